"""Lays the package out as the project says: nuspec.py PACKAGE BUILD FOLDER. Writes FOLDER/BilanProfessionnel.nuspec.

What `dotnet pack` does with the project, for a NuGet client that reads no project. BUILD has what was compiled. bilan.dll,
which is built for Windows elsewhere, is a stand-in.
"""

import pathlib
import shutil
import sys
import xml.etree.ElementTree as ET

package, build, folder = map(pathlib.Path, sys.argv[1:])
project = ET.parse(package / "BilanProfessionnel.csproj").getroot()
value = {item.tag: item.text for group in project.findall("PropertyGroup") for item in group}
name = value["PackageId"]
built = {
    "runtimes/linux-x64/native/libbilan.so": build / "libbilan.so",
    "runtimes/win-x64/native/bilan.dll": folder / "bilan.dll",
}
(folder / "bilan.dll").write_text("stand-in for the library of Windows")

files = [(build / f"{name}.{kind}", f"lib/{value['TargetFramework']}/") for kind in ("dll", "xml")]
for item in project.findall("ItemGroup/None"):
    source = built.get(item.get("Include"), package / item.get("Include"))
    files += [(source, place) for place in item.get("PackagePath").split(";") if place or item.get("PackagePath") == ""]

root = ET.Element("package", xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd")
metadata = ET.SubElement(root, "metadata")
for tag, text in (
    ("id", name),
    ("version", value["Version"]),
    ("authors", value["Authors"]),
    ("requireLicenseAcceptance", "false"),
    ("description", value["Description"]),
    ("tags", value["PackageTags"].replace(";", " ")),
):
    ET.SubElement(metadata, tag).text = text
listed = ET.SubElement(root, "files")
for source, place in files:
    path = pathlib.Path("content") / place / source.name
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / path)
    ET.SubElement(listed, "file", src=str(path), target=f"{place}{source.name}")
ET.ElementTree(root).write(folder / f"{name}.nuspec", encoding="utf-8", xml_declaration=True)
