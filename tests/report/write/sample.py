"""A report as rich as any, with every block and every run, and reports that say one awkward thing everywhere."""

from __future__ import annotations

from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Fact,
    Figure,
    Heading,
    KeyFacts,
    Link,
    Paragraph,
    Plain,
    Report,
    Runs,
    Said,
    Section,
    Strong,
    Table,
    Term,
)
from thinking_professionals.report.drawing import Box, Dot, Drawing, Label, Line, Mark, Path

PLAN = "format: 1\ntitle: Body-worn video in response teams\nanswers:\n  units: 48\n"

ANSWERS = (
    ("Has it started?", "Not yet"),
    ("What do you need to be able to say?", "That it caused the change"),
    ("What gets the new thing?", "Teams of officers"),
    ("How many are there?", "48 teams in 10 boroughs"),
    ("Who decides who gets it?", "We do, and could draw lots"),
    ("Will everyone get it in the end?", "I don’t know"),
    ("Can it be given in stages?", "No. There are only enough cameras for about half of the teams"),
    ("Do officers work across teams?", "Sometimes, when a shift is short"),
    ("What is the main outcome?", "Complaints against officers"),
    ("Where is it recorded?", "Professional standards records (Centurion), matched by warrant number"),
    ("Is it recorded alike in both groups?", "Yes"),
    ("How far back do records go?", "36 months"),
    ("How often does it happen?", "About 30 complaints a month over all teams"),
    ("How big a change would matter?", "A fall of a quarter"),
    ("Would 48 teams be enough to see it?", "I don’t know"),
    ("How long can you wait?", "18 months"),
    ("Who would do the study?", "Our own analysts, with a university to check the design"),
    ("What might it do harm to?", "Trust among young people, and officers’ own willingness to use discretion"),
)

TERM = Term("cluster randomised trial", "cluster_trial", "A trial that draws lots for whole groups, not for people.")


TITLE = (Plain("A title"),)


def rich_report() -> Report:
    return Report(
        title=(Said("Body-worn video in response teams"),),
        subtitle="Explore if something works or not: what to do, why, what it costs, and what would change it",
        edition="2026.1",
        digest="3f9a2c1b77aa90e1",
        as_of="21 November 2026",
        sections=(_advice(), _reasons(), _costs(), _answers()),
        plan=PLAN,
    )


def report_of(*blocks: Block, title: Runs = TITLE, plan: str = "") -> Report:
    """A report of one section."""
    section = Section("only", "The only section", blocks)
    return Report(title, "A subtitle", "2026.1", "3f9a2c1b77aa", "21 November 2026", (section,), plan)


def report_saying(text: str) -> Report:
    """The text as a person's own words, in every place where such words can stand."""
    said = (Said(text),)
    table = Table("A table", ("Question", "Answer"), (((Plain("Asked"),), said),))
    figure = Figure("A figure", Drawing(100, 20, (Label(0, 15, text[:40]),)), "Described", table)
    return report_of(
        Heading(said),
        Paragraph(said),
        Bullets((said,)),
        table,
        KeyFacts((Fact("A fact", said),)),
        Callout("caution", "Take care", said, (said,)),
        figure,
        title=said,
    )


def wide_figure() -> Figure:
    drawing = Drawing(1200, 40, (Line(0, 20, 1200, 20), Label(1190, 15, "end of it", anchor="end")))
    return Figure("Wide", drawing, "A wide one", Table("The same", ("A",), ()))


def _words(text: str) -> Runs:
    return (Plain(text),)


def _advice() -> Section:
    return Section(
        "advice",
        "What to do",
        (
            Callout(
                "go",
                "Recommended",
                (Plain("A "), TERM),
                (
                    _words("Draw lots for whole teams: about half get cameras now, the rest carry on as they are."),
                    (Strong("Provided that "), Plain("enough teams can take part. You said you do not know.")),
                ),
            ),
            Paragraph(
                _words(
                    "You will be able to say that cameras caused fewer complaints, for teams like these. You will not "
                    "be able to say which officers change, or what happens after the first year."
                ),
                "lead",
            ),
            KeyFacts(
                (
                    Fact("Cost, excluding VAT", _words("£88k–£420k"), "Central estimate £183k, at 2024 prices"),
                    Fact("Time", _words("18–30 months"), "From approval to a first report"),
                    Fact("Smallest fall you could detect", _words("28%"), "With 24 teams a side"),
                )
            ),
            Paragraph(
                (
                    Plain("Safe whatever the unknowns turn out to be: "),
                    Strong("difference-in-differences"),
                    Plain(
                        ". It needs the same records from before and after, in teams with and without cameras. "
                        "It rests on your answer to: "
                    ),
                    Link("How far back do records go?", "history"),
                )
            ),
            Heading(_words("What would change this advice")),
            Bullets(
                (
                    _words("If every team is to have cameras in the end, a stepped roll-out by lot is stronger still."),
                    _words("If fewer than eight teams can take part, use difference-in-differences instead."),
                    (Plain("If "), Strong("need or risk"), Plain(" decides who gets a camera, no trial is possible.")),
                )
            ),
            Heading(_words("Find out next"), 4),
            Bullets(
                (
                    _words("Whether every team will have cameras in the end. Ask the programme’s sponsor."),
                    _words("How much complaints vary between teams. The last three years of records will show it."),
                ),
                ordered=True,
            ),
            Callout(
                "caution",
                "Take care",
                _words("Officers cross between teams"),
                (
                    _words(
                        "Cover on short shifts blurs the difference. Record each shift’s team, and keep pairs together."
                    ),
                ),
            ),
        ),
    )


def _reasons() -> Section:
    rows = (
        (
            "Lots can be drawn for teams",
            "For",
            "You said: We do, and could draw lots",
            "Shadish, Cook and Campbell 2002",
        ),
        ("Nothing has started, so there is a true before", "For", "You said: Not yet", "Magenta Book 2020, 3.4"),
        ("Records cover both groups alike", "For", "You said: Yes", "Planning assumption"),
        ("Complaints are rare", "Against, minor", "About 30 a month over all teams", "College of Policing 2015"),
    )
    cells = tuple(tuple(_words(text) for text in row) for row in rows)
    return Section(
        "reasons",
        "Why this design",
        (
            Paragraph(
                _words(
                    "Designs were compared first by how strong an answer they give, then by how well they suit these "
                    "circumstances, then by the cautions against them, then by cost."
                )
            ),
            Table(
                "Reasons",
                ("What counts", "Which way", "From your answers", "Source"),
                cells,
                widths=(0.34, 0.16, 0.27, 0.23),
            ),
            _figure(),
            Heading(_words("Why not the others")),
            Callout("stop", "Ruled out", _words("Individually randomised trial"), (_words("Officers crew together."),)),
            Callout("unknown", "Not known yet", _words("Stepped-wedge trial"), (_words("Will everyone get it?"),)),
            Callout(
                "plain", "Note", _words("Before-and-after study"), (_words("It cannot show what caused a change."),)
            ),
            Paragraph(
                _words("The Maryland scale is a label, not a score. Version: Madaleno and Waights 2016."), "quiet"
            ),
        ),
    )


def _figure() -> Figure:
    bars = (
        ("Before and after", 12, 40, "£12k–£40k"),
        ("Difference-in-differences", 30, 110, "£30k–£110k"),
        ("Cluster trial", 88, 420, "£88k–£420k"),
    )
    marks: list[Mark] = [
        Line(150, 100, 450, 100, "rule", 0.5),
        Path(((150, 100), (300, 40), (450, 20)), "quiet", dashed=True),
    ]
    for place, (name, low, high, words) in enumerate(bars):
        y = 12 + 30 * place
        strong = place == 2
        marks += [
            Label(140, y + 11, name, 9, "ink" if strong else "quiet", "end", strong),
            Box(150 + low * 0.5, y, (high - low) * 0.5, 14, "accent" if strong else "wash"),
            Dot(150 + (low + high) * 0.22, y + 7, 3, "rule" if strong else "accent"),
            Label(156 + high * 0.5, y + 11, words, 9, "ink" if strong else "quiet", strong=strong),
        ]
    marks += [Label(150 + at * 0.5, 114, f"£{at}k", 8, "quiet", "middle") for at in (0, 200, 400)]
    table = Table(
        "The same figures",
        ("Design", "Low", "High"),
        tuple((_words(name), _words(f"£{low}k"), _words(f"£{high}k")) for name, low, high, _ in bars),
        numeric=(1, 2),
        widths=(0.6, 0.2, 0.2),
    )
    return Figure(
        "Cost of the designs that are possible",
        Drawing(467, 122, tuple(marks)),
        "A cluster trial costs most, between £88k and £420k. A before-and-after study costs least.",
        table,
    )


def _costs() -> Section:
    lines = (
        ("Study design and statistics", "25–40 days", "£650", "£16,300", "£26,000", "£41,000"),
        ("Procurement and contract", "5–15 days", "£430", "£2,200", "£4,300", "£6,500"),
        ("Data access and matching", "20–60 days", "£430", "£8,600", "£17,200", "£25,800"),
        ("Survey of officers, two rounds", "900–1,400 replies", "£14", "£12,600", "£16,800", "£19,600"),
        ("Interviews and observation", "30–50 days", "£520", "£15,600", "£20,800", "£26,000"),
        ("Analysis and reporting", "40–70 days", "£650", "£26,000", "£35,800", "£45,500"),
    )
    rows = tuple(tuple(_words(text) for text in line) for line in lines)
    total = tuple((Strong(text),) for text in ("Outer band", "", "", "£81,300", "£120,900", "£164,400"))
    return Section(
        "costs",
        "What it costs",
        (
            Paragraph(
                _words(
                    "These are ranges for planning, excluding VAT, at 2024 prices. The outer band adds all low figures "
                    "and all high ones, so it is wider than any likely cost."
                )
            ),
            Table(
                "Costs by line",
                ("Item", "Quantity", "Rate", "Low", "Central", "High"),
                (*rows, total),
                numeric=(2, 3, 4, 5),
                widths=(0.32, 0.22, 0.1, 0.12, 0.12, 0.12),
            ),
            Paragraph(
                _words("Sources: day rates from published government frameworks. Confidence: moderate."), "quiet"
            ),
        ),
    )


def _answers() -> Section:
    rows = tuple(
        ((Link(ask, f"q{number}"),), (Plain(str(number)),), (Said(answer),))
        for number, (ask, answer) in enumerate(ANSWERS, 1)
    )
    return Section(
        "answers",
        "Your answers",
        (
            Paragraph(_words("Every question on this route, in order, with what you said.")),
            Table(
                "Questions and answers",
                ("Question", "No.", "What you said"),
                rows,
                numeric=(1,),
                widths=(0.42, 0.08, 0.5),
            ),
        ),
    )
