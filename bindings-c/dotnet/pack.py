"""pack.py BUILD LIBRARIES FILE.nupkg [PLATFORM…]: packs what BilanProfessionnel.csproj lists, as `dotnet pack` would where there
is an SDK; the same files give the same bytes.

BUILD has what ./build compiled; LIBRARIES a folder for each platform, with its native library. Where platforms are named, only
theirs are packed.
"""

import os
import pathlib
import sys
import time
import xml.etree.ElementTree as ET
import zipfile

PACKAGE = pathlib.Path(__file__).parent
NUSPEC = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
PROPERTIES = "package/services/metadata/core-properties/bilan.psmdcp"


def project():
    root = ET.parse(PACKAGE / "BilanProfessionnel.csproj").getroot()
    value = {item.tag: item.text for group in root.findall("PropertyGroup") for item in group}
    return value, root.findall("ItemGroup/None")


def files(value, items, build, libraries, platforms):
    """{path in the package: file}"""
    name = value["PackageId"]
    found = {f"lib/{value['TargetFramework']}/{name}.{kind}": build / f"{name}.{kind}" for kind in ("dll", "xml")}
    for item in items:
        path = pathlib.PurePosixPath(item.get("Include"))
        source = PACKAGE / path
        if path.parts[0] == "runtimes":
            if platforms and path.parts[1] not in platforms:
                continue
            source = libraries / path.parts[1] / path.name
        places = item.get("PackagePath").split(";")
        found.update({place + path.name: source for place in places if place or len(places) == 1})
    return found


def nuspec(value):
    root = ET.Element("package", xmlns=NUSPEC)
    metadata = ET.SubElement(root, "metadata")
    for tag, text, attributes in (
        ("id", value["PackageId"], {}),
        ("version", value["Version"], {}),
        ("authors", value["Authors"], {}),
        ("requireLicenseAcceptance", "false", {}),
        ("license", value["PackageLicenseExpression"], {"type": "expression"}),
        ("readme", value["PackageReadmeFile"], {}),
        ("description", value["Description"], {}),
        ("tags", value["PackageTags"].replace(";", " "), {}),
        ("repository", None, {"type": value["RepositoryType"], "url": value["RepositoryUrl"]}),
    ):
        ET.SubElement(metadata, tag, attributes).text = text
    ET.SubElement(ET.SubElement(metadata, "dependencies"), "group", targetFramework=".NETStandard2.0")
    return root


def types(paths):
    """What kind each file is, by its ending or else by its name."""
    root = ET.Element("Types", xmlns=TYPES)
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "psmdcp": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    endings = {pathlib.PurePosixPath(path).suffix[1:] for path in paths} - {""}
    for ending in sorted(endings | kinds.keys()):
        ET.SubElement(root, "Default", Extension=ending, ContentType=kinds.get(ending, "application/octet"))
    for path in sorted(path for path in paths if not pathlib.PurePosixPath(path).suffix):
        ET.SubElement(root, "Override", PartName=f"/{path}", ContentType="application/octet")
    return root


def relations(name):
    root = ET.Element("Relationships", xmlns=RELATIONS)
    for number, (kind, place) in enumerate(
        (
            ("http://schemas.microsoft.com/packaging/2010/07/manifest", f"/{name}.nuspec"),
            (f"{RELATIONS}/metadata/core-properties", f"/{PROPERTIES}"),
        )
    ):
        ET.SubElement(root, "Relationship", Type=kind, Target=place, Id=f"R{number}")
    return root


def properties(value):
    root = ET.Element("coreProperties", {"xmlns": CORE, "xmlns:dc": DC})
    ET.SubElement(root, "dc:creator").text = value["Authors"]
    ET.SubElement(root, "dc:description").text = value["Description"]
    ET.SubElement(root, "dc:identifier").text = value["PackageId"]
    ET.SubElement(root, "version").text = value["Version"]
    return root


def main(build, libraries, file, *platforms):
    value, items = project()
    name = value["PackageId"]
    content = {
        place: source.read_bytes()
        for place, source in files(value, items, pathlib.Path(build), pathlib.Path(libraries), platforms).items()
    }
    written = {
        "[Content_Types].xml": types([*content, f"{name}.nuspec"]),
        "_rels/.rels": relations(name),
        f"{name}.nuspec": nuspec(value),
        PROPERTIES: properties(value),
    }
    for place, root in written.items():
        content[place] = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    date = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "946684800")))[:6]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for place in [*written, *sorted(content.keys() - written.keys())]:
            member = zipfile.ZipInfo(place, date)
            member.create_system, member.external_attr = 3, 0o100644 << 16
            package.writestr(member, content[place], zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main(*sys.argv[1:])
