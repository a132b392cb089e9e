"""Colours and sizes, spelled out for light and dark so that their contrast can be tested.

A palette serves every stock widget and everything painted here; one short style sheet, made from the same values, adds
what a palette cannot say. Where the system asks for high contrast its own palette is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:  # the home page does without a report
    from thinking_professionals.report.document import Tone

Appearance = Literal["system", "light", "dark"]


class Shade(NamedTuple):
    """Text and the wash it stands on."""

    ink: str
    wash: str


class Colours(NamedTuple):
    ink: str
    quiet: str
    canvas: str
    paper: str
    wash: str
    """Under the pointer."""
    hairline: str
    """Parts one thing from another; carries no meaning, so its contrast is low on purpose."""
    border: str
    """Round a control."""
    accent: str
    on_accent: str
    focus: str
    tones: dict[Tone, Shade]


LIGHT = Colours(
    ink="#1B1F24",
    quiet="#565D66",
    canvas="#F6F5F1",
    paper="#FFFFFF",
    wash="#EDEBE4",
    hairline="#DCD9D0",
    border="#7F858C",
    accent="#0B5C6B",
    on_accent="#FFFFFF",
    focus="#B35C00",
    tones={
        "plain": Shade("#1B1F24", "#FFFFFF"),
        "go": Shade("#1D6B3A", "#E8F5EC"),
        "caution": Shade("#7A4F00", "#FFF4DC"),
        "stop": Shade("#9B1C1C", "#FDECEC"),
        "unknown": Shade("#4A5560", "#EBEEF1"),
    },
)

DARK = Colours(
    ink="#ECEFF1",
    quiet="#A9B2BB",
    canvas="#1B1F23",
    paper="#24292E",
    wash="#2C3238",
    hairline="#3A4148",
    border="#7F8993",
    accent="#7CCBD8",
    on_accent="#0B2A30",
    focus="#FFB454",
    tones={
        "plain": Shade("#ECEFF1", "#24292E"),
        "go": Shade("#8FD3A6", "#14301F"),
        "caution": Shade("#F2C063", "#33280F"),
        "stop": Shade("#F5A3A3", "#3A1A1A"),
        "unknown": Shade("#B9C3CD", "#2A3138"),
    },
)


def palette(colours: Colours) -> QPalette:
    """Every role a Fusion widget reads. Mid is a control's border, Midlight a hairline, Dark the focus ring."""
    made = QPalette(QColor(colours.paper), QColor(colours.canvas))
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: colours.canvas,
        role.WindowText: colours.ink,
        role.Base: colours.paper,
        role.AlternateBase: colours.wash,
        role.Text: colours.ink,
        role.Button: colours.paper,
        role.ButtonText: colours.ink,
        role.BrightText: colours.tones["stop"].ink,
        role.PlaceholderText: colours.quiet,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.paper,
        role.ToolTipText: colours.ink,
        role.Midlight: colours.hairline,
        role.Mid: colours.border,
        role.Dark: colours.focus,
    }.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.quiet))
    return made


def sizes(body: int) -> str:
    """The scale of type, in pixels, from the height of body text. Names are our own classes."""

    def px(step: int) -> int:
        return round(body * step / 15)

    return f"""
    Title {{ font-size: {px(32)}px; font-weight: bold; }}
    Subtitle {{ font-size: {px(24)}px; font-weight: bold; }}
    Subheading {{ font-size: {px(18)}px; font-weight: bold; }}
    Minor {{ font-size: {body}px; font-weight: bold; }}
    Lead, LeadRich {{ font-size: {px(18)}px; }}
    Value, TitleRich {{ font-size: {px(20)}px; font-weight: bold; }}
    Quiet, QuietRich {{ font-size: {px(13)}px; }}
    """


def colouring(colours: Colours) -> str:
    """What the palette cannot say: quiet words, flat buttons, fields with a border that can be seen, toned boxes."""
    c = colours
    tones = "".join(
        f'Box[tone="{tone}"] {{ background: {s.wash}; border: none; border-left: 4px solid {s.ink}; }}'
        f'Notice[tone="{tone}"] {{ background: {s.wash}; border: none; border-bottom: 1px solid {c.hairline}; }}'
        f'Word[tone="{tone}"] {{ color: {s.ink}; font-weight: bold; }}'
        for tone, s in c.tones.items()
    )
    return f"""
    Quiet, QuietRich, Hint {{ color: {c.quiet}; }}
    Fault {{ color: {c.tones["stop"].ink}; font-weight: bold; }}
    QToolTip {{ color: {c.ink}; background: {c.paper}; border: 1px solid {c.border}; padding: 6px; }}
    QLineEdit, QPlainTextEdit {{
        background: {c.paper}; border: 1px solid {c.border}; border-radius: 3px; padding: 7px 9px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {c.canvas}; color: {c.quiet}; }}
    Button {{ border: 1px solid {c.border}; border-radius: 3px; padding: 7px 14px; background: {c.paper}; }}
    Button:hover {{ background: {c.wash}; }}
    Button:disabled {{ color: {c.quiet}; border-color: {c.hairline}; background: transparent; }}
    Button[kind="primary"] {{
        background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: bold; padding: 9px 24px;
    }}
    Button[kind="primary"]:hover {{ background: {c.ink}; color: {c.canvas}; border-color: {c.ink}; }}
    Button[kind="link"], Folding {{
        background: transparent; border: none; color: {c.accent}; padding: 4px 2px; text-align: left;
    }}
    Button[kind="link"]:hover, Folding:hover {{ background: {c.wash}; }}
    Button[kind="bar"] {{ background: transparent; border: none; padding: 7px 10px; }}
    Button[kind="bar"]:hover {{ background: {c.wash}; }}
    Button::menu-indicator {{ image: none; width: 0; }}
    QProgressBar {{ background: {c.paper}; border: 1px solid {c.border}; border-radius: 3px; min-height: 12px; }}
    QProgressBar::chunk {{ background: {c.accent}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.border}; border-radius: 4px; min-height: 32px; margin: 2px; }}
    QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: transparent; border: none; height: 0;
    }}
    Box {{ background: {c.paper}; border: 1px solid {c.hairline}; border-radius: 3px; }}
    Bar {{ background: {c.canvas}; border: none; border-bottom: 1px solid {c.hairline}; }}
    Rule {{ background: {c.hairline}; border: none; max-height: 1px; min-height: 1px; }}
    {tones}
    """


def plain_edges() -> str:
    """For the system's own high-contrast palette: room and edges, and no colour of ours."""
    return """
    Box { border: 1px solid palette(window-text); }
    Box[tone] { border: none; border-left: 4px solid palette(window-text); }
    Word, Fault { font-weight: bold; }
    QLineEdit, QPlainTextEdit { border: 1px solid palette(window-text); padding: 7px 9px; }
    Rule { background: palette(window-text); max-height: 1px; min-height: 1px; }
    """


def structure() -> str:
    """What holds in every theme: the question's group draws no frame, since its heading says what it is."""
    return "QuestionGroup { border: none; margin: 0; padding: 0; }"


def colours_of(a_palette: QPalette) -> Colours:
    """The colours that go with a palette in force, by how light its windows are."""
    return DARK if a_palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
