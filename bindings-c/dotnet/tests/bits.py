"""The enumerations Fact and Situation have the names and the bits of the header."""

import pathlib
import re
import sys

package = pathlib.Path(sys.argv[1])
header = (package / "../include/bilan.h").read_text()
faults = 0
for prefix, source in (("FACT", "Fact.cs"), ("SITUATION", "Situation.cs")):
    declared = {
        (name.replace("_", "").lower(), int(bit))
        for name, bit in re.findall(rf"BILAN_{prefix}_(\w+) = \(1 << (\d+)\)", header)
    }
    written = {
        (name.lower(), int(bit))
        for name, bit in re.findall(r"^ +(\w+) = 1 << (\d+),", (package / "src" / source).read_text(), re.M)
    }
    if not declared or declared != written:
        faults += 1
        print(f"{source}: {sorted(declared ^ written)}")
abi = re.search(r"BILAN_ABI_VERSION = (\d+)", header).group(1)
if f"ExpectedAbi = {abi};" not in (package / "src/Native/LibraryLoader.cs").read_text():
    faults += 1
    print(f"the ABI of the header is {abi}")
sys.exit(bool(faults))
