"""The manual page and the completions of shells, made from what ``traydial --help`` says."""

import re

from traydial.cli import USAGE

_VERB = re.compile(r"  traydial (\S.*?)(?:  +(.*))?")
_OPTION = re.compile(r"  (--[a-z-]+(?: [A-Z]+)?(?:, --[a-z-]+)*)(?: +(.*))?")


def entries() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return verbs and options as ``--help`` lists them, each with what it does."""
    verbs: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    into = verbs
    for line in USAGE.splitlines():
        if found := _VERB.fullmatch(line):
            into = verbs
        elif found := _OPTION.fullmatch(line):
            into = options
        elif line.startswith("   ") and into:  # it goes on
            name, says = into[-1]
            into[-1] = (name, f"{says} {line.strip()}")
            continue
        else:
            continue
        into.append((found[1], found[2] or ""))
    return verbs, options


def words() -> tuple[dict[str, str], dict[str, str]]:
    """Return verbs and options alone, without what stands for their values."""
    verbs, options = entries()
    named: dict[str, str] = {}
    for name, says in verbs:
        if re.fullmatch("[a-z-]+", verb := name.split()[0]):
            named.setdefault(verb, says)
    given = {o: says for name, says in options for o in re.findall("--[a-z-]+", name)}
    return named, given


def page(version: str) -> str:
    """Return the manual page (man(7))."""
    verbs, options = entries()
    lines = [
        f'.TH TRAYDIAL 1 "" "traydial {version}" "User Commands"',
        ".SH NAME",
        "traydial \\- click-to-dial for Asterisk from the system tray",
        ".SH SYNOPSIS",
        ".B traydial",
        "[\\fIverb\\fR] [\\fIoptions\\fR]",
        ".SH VERBS",
        *(line for name, says in verbs for line in (".TP", f".B {_roff(name)}", _roff(says))),
        ".SH OPTIONS",
        *(line for name, says in options for line in (".TP", f".B {_roff(name)}", _roff(says))),
        ".SH EXIT STATUS",
        _roff(USAGE.partition("Exit codes: ")[2].strip().replace("\n", " ")),
        ".SH FILES",
        ".TP",
        ".I ~/.config/traydial/config.toml",
        "the settings, written by the settings window; passwords are in the keyring",
        ".TP",
        ".I ~/.local/share/traydial",
        "the call history and the log",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def bash() -> str:
    """Return the completion for bash."""
    verbs, options = words()
    return (
        "_traydial() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
        "  case $before in\n"
        '    --profile) COMPREPLY=($(compgen -d -- "$word")); return ;;\n'
        '    --trace | --replay) COMPREPLY=($(compgen -f -- "$word")); return ;;\n'
        "  esac\n"
        "  if [[ $word == -* ]]; then\n"
        f'    COMPREPLY=($(compgen -W "{" ".join(options)}" -- "$word"))\n'
        "  else\n"
        f'    COMPREPLY=($(compgen -W "{" ".join(verbs)}" -- "$word"))\n'
        "  fi\n"
        "}\n"
        "complete -F _traydial traydial\n"
    )


def zsh() -> str:
    """Return the completion for zsh."""
    verbs, options = words()
    described = "\n".join(f"    '{name}:{_zsh(says)}'" for name, says in verbs.items())
    given = "\n".join(f"    '{name}[{_zsh(says)}]' \\" for name, says in options.items())
    return (
        "#compdef traydial\n"
        "_traydial() {\n"
        "  local -a verbs=(\n"
        f"{described}\n"
        "  )\n"
        "  _arguments -S \\\n"
        f"{given}\n"
        "    '1:verb:{_describe verb verbs}' \\\n"
        "    '*:argument:_files'\n"
        "}\n"
        '_traydial "$@"\n'
    )


def fish() -> str:
    """Return the completion for fish."""
    verbs, options = words()
    lines = [
        f"complete -c traydial -n __fish_use_subcommand -f -a {name} -d '{_fish(says)}'"
        for name, says in verbs.items()
    ]
    lines += [
        f"complete -c traydial -l {name.removeprefix('--')} -d '{_fish(says)}'"
        for name, says in options.items()
    ]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


def _zsh(text: str) -> str:
    return text.replace("'", '"').replace("[", "(").replace("]", ")").replace(":", " -")


def _fish(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")
