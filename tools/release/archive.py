"""archive.py FILE FOLDER: packs the folder under its own name into FILE, a .tar.gz or a .zip, or with a trailing « /. » what
is in it: sorted, owned by nobody, dated by SOURCE_DATE_EPOCH, so that the same files give the same bytes."""

import gzip
import os
import stat
import sys
import tarfile
import time
import zipfile
from pathlib import Path

EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])


def entries(folder, root):
    """(name, path) of every file and link below, sorted by name."""
    found = []
    for parent, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        found += [Path(parent, name) for name in files + links]
    return sorted((path.relative_to(root).as_posix(), path) for path in found)


def mode(path):
    return 0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644


def tar(file, members):
    with open(file, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=EPOCH) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            for name, path in members:
                member = tarfile.TarInfo(name)
                member.mtime = EPOCH
                if path.is_symlink():
                    member.type, member.linkname, member.mode = tarfile.SYMTYPE, os.readlink(path), 0o777
                    archive.addfile(member)
                    continue
                member.size, member.mode = path.stat().st_size, mode(path)
                with open(path, "rb") as content:
                    archive.addfile(member, content)


def zipped(file, members):
    date = time.gmtime(EPOCH)[:6]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in members:
            member = zipfile.ZipInfo(name, date)
            member.create_system, member.external_attr = 3, (stat.S_IFREG | mode(path)) << 16
            # A link would be a file with a path in it, where Windows unpacks: its content stands for it.
            archive.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def main(file, folder):
    root = Path(folder) if folder.endswith("/.") else Path(folder).parent
    members = entries(folder, root)
    if not members:
        sys.exit(f"archive: nothing in {folder}")
    (zipped if file.endswith(".zip") else tar)(file, members)


if __name__ == "__main__":
    main(*sys.argv[1:])
