"""PyInstaller's own hook takes every plug-in of Qt, and with each the system libraries it leans on: take ours only."""

from PyInstaller.utils.hooks.qt import add_qt6_dependencies
from trimming import wanted_plugin

hiddenimports, every_binary, datas = add_qt6_dependencies(__file__)
binaries = [(source, folder) for source, folder in every_binary if wanted_plugin(source)]
