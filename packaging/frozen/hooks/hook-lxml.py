"""PyInstaller's own hook takes every part of lxml; python-docx needs `lxml.etree`, which is found by itself."""
