"""Whom PostgreSQL runs as, since it refuses to run as root.

Root runs PostgreSQL in a user namespace in which root is nobody. Some containers refuse that: there
root becomes the account nobody, and programs and data lie under /var/tmp, where nobody can reach
them. Every other account runs PostgreSQL as itself.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

REACHABLE = Path("/var/tmp")  # noqa: S108  # every name below it is checked for its owner


@dataclass(frozen=True)
class Identity:
    """How to call a program (`prefix`, `popen`) and who then owns its files (None: the caller)."""

    prefix: tuple[str, ...] = ()
    popen: dict[str, Any] = field(default_factory=dict)
    owner: pwd.struct_passwd | None = None

    def make_home(self, wanted: Path) -> Path:
        """The folder for data and socket: `wanted`, or its stand-in that the owner can reach."""
        folder = (
            wanted if self.owner is None else REACHABLE / f"tracker-postgres-{_hash_path(wanted)}"
        )
        return self.make_own(folder)

    def make_own(self, folder: Path) -> Path:
        """The folder, made for the owner alone. Exits where it is somebody else's."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        theirs = {os.geteuid(), self.owner.pw_uid if self.owner else os.geteuid()}
        if folder.is_symlink() or folder.stat().st_uid not in theirs:
            raise SystemExit(f"{folder} belongs to somebody else.")
        if self.owner:
            os.chown(folder, self.owner.pw_uid, self.owner.pw_gid)
        return folder

    def reachable_programs(self, folder: Path) -> Path:
        """The programs in `folder`, copied where the owner could not reach them."""
        if self.owner is None or _everybody_reaches(folder):
            return folder
        copy = REACHABLE / f"tracker-postgres-programs-{_hash_path(folder)}"
        if not copy.exists():
            _copy_installation(folder.parent, copy)
        if copy.is_symlink() or copy.stat().st_uid != 0:
            raise SystemExit(f"{copy} belongs to somebody else.")
        return copy / "package" / folder.parent.name / folder.name


def find_identity() -> Identity:
    """Whom PostgreSQL runs as, called by this user on this machine."""
    if os.geteuid() != 0:
        return Identity()
    nobody = pwd.getpwnam("nobody")
    namespace = ("unshare", "--user", f"--map-user={nobody.pw_uid}", f"--map-group={nobody.pw_gid}")
    if _can_run(namespace):
        return Identity(prefix=namespace)
    popen = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    return Identity(popen=popen, owner=nobody)


def _can_run(namespace: tuple[str, ...]) -> bool:
    if not shutil.which(namespace[0]):
        return False
    return subprocess.run([*namespace, "true"], capture_output=True).returncode == 0


def _hash_path(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]


def _everybody_reaches(folder: Path) -> bool:
    return all(part.stat().st_mode & 0o005 == 0o005 for part in (folder, *folder.parents))


def _copy_installation(installation: Path, to: Path) -> None:
    """Copy an installation, with the libraries that a wheel puts beside its package."""
    half = Path(tempfile.mkdtemp(prefix="tracker-postgres-", dir=to.parent))
    shutil.copytree(installation, half / "package" / installation.name, symlinks=True)
    libraries = installation.parent.with_name(f"{installation.parent.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, half / libraries.name)
    subprocess.run(["/bin/chmod", "-R", "a+rX,go-w", half], check=True)
    half.rename(to)
