"""The Windows clipboard, with all that it holds. Each function may wait for its owner.

Many programs only promise what they copied and deliver when asked, so a hung one keeps us
waiting: never call these in the thread that runs the loop.
"""

import contextlib
import ctypes
import sys
import time
from collections.abc import Iterator
from ctypes import wintypes

assert sys.platform == "win32"

Contents = dict[int, bytes]

MOST_BYTES = 256 << 20
OPEN_WITHIN_S = 0.5
_CF_BITMAP, _CF_METAFILEPICT, _CF_DIB, _CF_PALETTE, _CF_UNICODETEXT = 2, 3, 8, 9, 13
_CF_ENHMETAFILE, _CF_DIBV5, _CF_OWNERDISPLAY = 14, 17, 0x80
_DSP = {0x82, 0x83, 0x8E}  # handles, for their owner's viewers alone
_OF_THE_OWNER = range(0x200, 0x400)  # private handles, which only the owner can free and read
# OLE's own notes about an object that lives in its owner; the data itself comes beside them
_OF_OLE = {"DataObject", "Ole Private Data", "Wine Marshalled DataObject"}
# what password managers set too: clipboard managers and the history leave our writing alone
_NOT_NEWS = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\0",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
}
_GMEM_MOVEABLE = 0x2
_HWND_MESSAGE = wintypes.HWND(-3)

_user32 = ctypes.WinDLL("user32", use_last_error=True)
_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_gdi32 = ctypes.WinDLL("gdi32", use_last_error=True)
_user32.OpenClipboard.argtypes = (wintypes.HWND,)
_user32.OpenClipboard.restype = wintypes.BOOL
_user32.CloseClipboard.argtypes = ()
_user32.EmptyClipboard.argtypes = ()
_user32.EmptyClipboard.restype = wintypes.BOOL
_user32.EnumClipboardFormats.argtypes = (wintypes.UINT,)
_user32.EnumClipboardFormats.restype = wintypes.UINT
_user32.GetClipboardData.argtypes = (wintypes.UINT,)
_user32.GetClipboardData.restype = wintypes.HANDLE
_user32.SetClipboardData.argtypes = (wintypes.UINT, wintypes.HANDLE)
_user32.SetClipboardData.restype = wintypes.HANDLE
_user32.GetClipboardFormatNameW.argtypes = (wintypes.UINT, wintypes.LPWSTR, ctypes.c_int)
_user32.RegisterClipboardFormatW.argtypes = (wintypes.LPCWSTR,)
_user32.RegisterClipboardFormatW.restype = wintypes.UINT
_user32.GetClipboardSequenceNumber.argtypes = ()
_user32.GetClipboardSequenceNumber.restype = wintypes.DWORD
_user32.IsClipboardFormatAvailable.argtypes = (wintypes.UINT,)
_user32.IsClipboardFormatAvailable.restype = wintypes.BOOL
_user32.CreateWindowExW.argtypes = (
    wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
    ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int,
    wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
)  # fmt: skip
_user32.CreateWindowExW.restype = wintypes.HWND
_user32.DestroyWindow.argtypes = (wintypes.HWND,)
_kernel32.GlobalAlloc.argtypes = (wintypes.UINT, ctypes.c_size_t)
_kernel32.GlobalAlloc.restype = wintypes.HGLOBAL
_kernel32.GlobalFree.argtypes = (wintypes.HGLOBAL,)
_kernel32.GlobalLock.argtypes = (wintypes.HGLOBAL,)
_kernel32.GlobalLock.restype = ctypes.c_void_p
_kernel32.GlobalUnlock.argtypes = (wintypes.HGLOBAL,)
_kernel32.GlobalSize.argtypes = (wintypes.HGLOBAL,)
_kernel32.GlobalSize.restype = ctypes.c_size_t
_gdi32.GetEnhMetaFileBits.argtypes = (wintypes.HANDLE, wintypes.UINT, ctypes.c_void_p)
_gdi32.GetEnhMetaFileBits.restype = wintypes.UINT
_gdi32.SetEnhMetaFileBits.argtypes = (wintypes.UINT, ctypes.c_char_p)
_gdi32.SetEnhMetaFileBits.restype = wintypes.HANDLE
_gdi32.DeleteEnhMetaFile.argtypes = (wintypes.HANDLE,)


class NotKept(Exception):
    """The clipboard holds what nobody but its owner could put back."""


class Busy(Exception):
    """Another program keeps the clipboard open."""


def changes() -> int:
    """Return a number that is another one after every change."""
    return int(_user32.GetClipboardSequenceNumber())


def has_text() -> bool:
    """Tell whether there is text, or the promise of it. Never waits."""
    return bool(_user32.IsClipboardFormatAvailable(_CF_UNICODETEXT))


def keep() -> Contents:
    """Return all that is there, so that it can be put back. Raises NotKept, Busy."""
    with _opened():
        formats = [*_formats()]
        kept: Contents = {}
        for kind in formats:
            if _is_made_from_others(kind, formats):
                continue
            if kind in (_CF_OWNERDISPLAY, _CF_BITMAP, _CF_PALETTE, _CF_METAFILEPICT):
                raise NotKept(f"format {kind}")
            if kind in _DSP or kind in _OF_THE_OWNER:
                raise NotKept(f"format {kind}")
            if (data := _read(kind)) is not None:  # else it was promised, and does not come
                kept[kind] = data
            if sum(map(len, kept.values())) > MOST_BYTES:
                raise NotKept("too large")
        return kept


def swap(contents: Contents, longest: int) -> str:
    """Return the text that is there and put these contents in its place. Raises Busy."""
    with _opened():
        text = (_read(_CF_UNICODETEXT) or b"")[: 2 * longest]
        _user32.EmptyClipboard()
        for kind, data in contents.items():
            _write(kind, data)
        for name, data in _NOT_NEWS.items() if contents else ():
            kind = _user32.RegisterClipboardFormatW(name)
            if kind and kind not in contents:
                _write(kind, data)
    return text.decode("utf-16-le", "replace").partition("\0")[0]


@contextlib.contextmanager
def _opened() -> Iterator[None]:
    # only the clipboard of a window can be written; the data outlives it
    window = _user32.CreateWindowExW(
        0, "STATIC", None, 0, 0, 0, 0, 0, _HWND_MESSAGE, None, None, None
    )
    try:
        deadline = time.monotonic() + OPEN_WITHIN_S
        while not _user32.OpenClipboard(window):
            if time.monotonic() > deadline:
                raise Busy
            time.sleep(0.01)  # in a thread of its own; there is nothing to wait on
        try:
            yield
        finally:
            _user32.CloseClipboard()
    finally:
        _user32.DestroyWindow(window)


def _formats() -> Iterator[int]:
    kind = 0
    while kind := _user32.EnumClipboardFormats(kind):
        yield kind


def _is_made_from_others(kind: int, formats: list[int]) -> bool:
    """Tell whether Windows or OLE makes this format from others that are there."""
    if kind in (_CF_BITMAP, _CF_PALETTE):
        return _CF_DIB in formats or _CF_DIBV5 in formats
    if kind == _CF_METAFILEPICT:
        return _CF_ENHMETAFILE in formats
    return kind >= 0xC000 and _name(kind) in _OF_OLE


def _name(kind: int) -> str:
    name = ctypes.create_unicode_buffer(256)
    _user32.GetClipboardFormatNameW(kind, name, len(name))
    return name.value


def _read(kind: int) -> bytes | None:
    handle = _user32.GetClipboardData(kind)
    if not handle:
        return None
    if kind == _CF_ENHMETAFILE:
        size = _gdi32.GetEnhMetaFileBits(handle, 0, None)
        bits = ctypes.create_string_buffer(size)
        return bits.raw if size and _gdi32.GetEnhMetaFileBits(handle, size, bits) else None
    address = _kernel32.GlobalLock(handle)
    if not address:
        return None
    try:
        size = _kernel32.GlobalSize(handle)
        if size > MOST_BYTES:
            raise NotKept("too large")
        return ctypes.string_at(address, size)
    finally:
        _kernel32.GlobalUnlock(handle)


def _write(kind: int, data: bytes) -> None:
    if kind == _CF_ENHMETAFILE:
        picture = _gdi32.SetEnhMetaFileBits(len(data), data)
        if picture and not _user32.SetClipboardData(kind, picture):
            _gdi32.DeleteEnhMetaFile(picture)
        return
    memory = _kernel32.GlobalAlloc(_GMEM_MOVEABLE, max(1, len(data)))
    if not memory:
        return
    if address := _kernel32.GlobalLock(memory):
        ctypes.memmove(address, data, len(data))
        _kernel32.GlobalUnlock(memory)
    if not _user32.SetClipboardData(kind, memory):  # from now on it is the clipboard's
        _kernel32.GlobalFree(memory)
