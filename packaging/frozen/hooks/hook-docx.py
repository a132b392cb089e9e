"""python-docx finds its templates by way of `docx/parts/..`: that folder must be there, which modules alone are not."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("docx", excludes=["templates/default-docx-template"])
module_collection_mode = {"docx.parts": "pyz+py"}
