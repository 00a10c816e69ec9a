"""The project and the targets are well-formed, and every path they name is there, or is a library that the release builds."""

import pathlib
import re
import sys
import xml.etree.ElementTree as ET

package = pathlib.Path(sys.argv[1])
project = ET.parse(package / "BilanProfessionnel.csproj").getroot()
targets = ET.parse(package / "nuget" / "BilanProfessionnel.targets").getroot()
rows = [row.split("|") for row in (package / "../../tools/release/platforms.txt").read_text().splitlines()]
staged = {f"runtimes/{row[0].strip()}/native/{row[4].strip()}" for row in rows if len(row) > 4 and row[0][0] != "#"}
faults = []


def require(condition, what):
    if not condition:
        faults.append(what)


value = {item.tag: item.text for group in project.findall("PropertyGroup") for item in group}
require(value["TargetFramework"] == "netstandard2.0", "the target framework")
require(value["LangVersion"] == "7.2", "the language is that of the tests")
require(value["GenerateDocumentationFile"] == "true", "the documentation is packed")

workspace = (package / "../../Cargo.toml").read_text()
version = re.search(r'\[workspace\.package\]\s*version = "([^"]+)"', workspace).group(1)
require(value["Version"] == version, f"the version of the library is {version}")
licence = re.search(r'^license = "([^"]+)"', workspace, re.M).group(1)
require(value["PackageLicenseExpression"] == licence, f"the licence of the library is {licence}")

packed = {}
for item in project.findall("ItemGroup/None"):
    path = item.get("Include")
    require(item.get("Pack") == "true", f"{path} is packed")
    require(path in staged or (package / path).is_file(), f"{path} is there")
    for folder in item.get("PackagePath").split(";"):
        packed[folder + pathlib.PurePosixPath(path).name] = path
require(list(package.glob(project.find("ItemGroup/Compile").get("Include"))), "the sources are there")
require(value["PackageReadmeFile"] in packed, "the README is packed")
for path in ("LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md"):
    require(path in packed, f"{path} is packed")
require(
    staged == {path for path in packed.values() if path.startswith("runtimes/")}, "what is staged is what is packed"
)
require(len(staged) == 8, "eight platforms")
for path in staged:
    require(packed.get(path) == path, f"{path} keeps its place in the package")

# What the targets copy is where the package has it, seen from each place where they lie.
space = "{http://schemas.microsoft.com/developer/msbuild/2003}"
windows = targets.findall(f"{space}PropertyGroup/{space}BilanProfessionnelWindows")
copied = [
    item.get("Include")
    .replace("$(MSBuildThisFileDirectory)", "")
    .replace("$(BilanProfessionnelWindows)", platform.text)
    for item in targets.findall(f"{space}ItemGroup/{space}None")
    for platform in windows
]
places = [path for path in packed if path.endswith(".targets")]
require(len(places) == 2, "the targets are packed twice")
require(len(set(copied)) == 5, "the targets copy two libraries of Windows, two of Linux and the map of Mono")
for place in places:
    require(pathlib.PurePosixPath(place).stem == value["PackageId"], "targets are named like the package")
    for path in copied:
        seen = pathlib.PurePosixPath(place).parent
        for step in pathlib.PurePosixPath(path).parts:
            seen = seen.parent if step == ".." else seen / step
        require(str(seen) in packed, f"{place} copies {seen}")

print("\n".join(f"wrong: {fault}" for fault in faults), end="\n" if faults else "")
sys.exit(bool(faults))
