"""Why the system would not read or write a file, in Dutch, and what to do."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from notemine.errors import WriteError

CAUSES: Mapping[int, str] = {
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.ENOENT: "bestaat niet",
    errno.EEXIST: "hier staat al iets met die naam",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EROFS: "hier mag alleen gelezen worden",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de ruimte van deze gebruiker is op",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EIO: "de schijf geeft een fout",
}
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def cause_of(error: OSError) -> str:
    """The cause in Dutch; where the system's own is not known, in its words."""
    return CAUSES.get(error.errno or 0) or error.strerror or type(error).__name__


def cannot_write(path: Path, error: OSError) -> WriteError:
    """The error of a file or folder that cannot be written."""
    is_full = error.errno in _FULL
    advice = (
        "maak ruimte en draai opnieuw: wat er al stond, staat er nog" if is_full else "kies een andere plaats"
    )
    return WriteError(f"{path}: niet te schrijven ({cause_of(error)}); {advice}")
