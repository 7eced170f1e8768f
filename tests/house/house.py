# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house, each a function from a source tree to a list of faults.

A fault is one line for a person: the place, and what is wrong there.
"""

import pathlib
import re

MAX_LINES = 700
THEME = 'app/scene/rgm-theme.c'

# Marks of a string that a translator should see.
TRANSLATED_C = re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(')
TRANSLATED_UI = re.compile(r'translatable="(?:yes|true)"')
TRANSLATED_SCHEMA = re.compile(r'<(?:summary|description)>')

HEX_TEXT = re.compile(r'(?<!&)#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})(?![0-9A-Za-z_])')
HEX_NUMBER = re.compile(r'\b0x[0-9A-Fa-f]{6}\b')
NOT_COLOURS = {'0x10ffff'}  # the last code point


def files(root, folder, *endings):
    """Files below a folder, in a stable order, named from the root."""
    top = root / folder
    found = (path for path in top.rglob('*') if path.is_file() and path.name.endswith(endings))
    return sorted(path.relative_to(root).as_posix() for path in found)


def read(root, name):
    return (root / name).read_text(encoding='utf-8')


def without_comments(text):
    """C without comments, its lines and strings where they were."""
    token = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.DOTALL)

    def blank(match):
        found = match.group()
        return found if found[0] in '"\'' else '\n' * found.count('\n')

    return token.sub(blank, text)


def unlicensed(root):
    """C files whose first line isn't the licence's."""
    line = '/* SPDX-License-Identifier: GPL-3.0-or-later */'
    names = files(root, 'app', '.c', '.h') + files(root, 'tests', '.c', '.h')
    return [f'{name}: the first line should be {line}' for name in names
            if read(root, name).partition('\n')[0] != line]


def too_long(root):
    """Files with two subjects in them."""
    faults = []
    for name in files(root, 'app', '.c', '.h', '.ui'):
        lines = len(read(root, name).splitlines())
        if lines > MAX_LINES:
            faults.append(f'{name}: {lines} lines, more than {MAX_LINES}: make two files of it')
    return faults


def stray_colours(root):
    """Colours that have a value where they should have a role's name."""
    faults = []
    for name in files(root, 'app', '.c', '.h'):
        if name == THEME:
            continue
        for number, line in enumerate(without_comments(read(root, name)).splitlines(), 1):
            found = HEX_TEXT.findall(line) if not line.lstrip().startswith('#') else []
            found += [value for value in HEX_NUMBER.findall(line) if value.lower() not in NOT_COLOURS]
            faults += [f'{name}:{number}: {value} looks like a colour: name its role, the theme has the value'
                       for value in found]
    return faults


def application_id(root):
    return re.search(r"^application_id = '([^']+)'", read(root, 'meson.build'), re.MULTILINE)[1]


def stray_ids(root):
    """The application's id, or its resources' folder, written out in C."""
    own = application_id(root)
    spelt = {own: 'RGM_APPLICATION_ID', '/' + own.replace('.', '/'): 'RGM_RESOURCE_PREFIX'}
    return [f'{name}: has {text}: use {macro}'
            for name in files(root, 'app', '.c', '.h') for text, macro in spelt.items()
            if text in read(root, name)]


def translatable(root):
    """Files with strings for people."""
    names = [name for name in files(root, 'app', '.c', '.h')
             if TRANSLATED_C.search(without_comments(read(root, name)))]
    names += [name for name in files(root, 'app', '.ui') + files(root, 'resources', '.ui')
              if TRANSLATED_UI.search(read(root, name))]
    names += [name for name in files(root, 'data', '.gschema.xml', '.gschema.xml.in')
              if TRANSLATED_SCHEMA.search(read(root, name))]
    names += files(root, 'data', '.desktop.in', '.desktop.in.in', '.metainfo.xml.in', '.metainfo.xml.in.in')
    return names


def potfiles(root):
    """Translatable files that translators wouldn't get, and names of files that aren't there."""
    lines = (line.strip() for line in read(root, 'po/POTFILES.in').splitlines())
    listed = {line for line in lines if line and not line.startswith('#')}
    faults = [f'po/POTFILES.in: add the line {name}' for name in translatable(root) if name not in listed]
    faults += [f'po/POTFILES.in: {name} does not exist' for name in sorted(listed)
               if not (root / name).is_file()]
    return faults


def broken_strings(root):
    """Strings with a macro in their middle: translators would only get what stands before it."""
    broken = re.compile(TRANSLATED_C.pattern + r'\s*(?:"(?:\\.|[^"\\])*"\s*)+[A-Za-z_]')
    faults = []
    for name in files(root, 'app', '.c', '.h'):
        text = without_comments(read(root, name))
        for match in broken.finditer(text):
            line = text.count('\n', 0, match.start()) + 1
            faults.append(f'{name}:{line}: a macro breaks a string for translators')
    return faults


def unregistered_tests(root):
    """Test files that no meson.build names, which would never run."""
    names = files(root, 'tests', '.c', '.py')
    tests = [name for name in names if re.match(r'test[-_]', name.rpartition('/')[2])]
    faults = []
    for name in tests:
        stem = re.split(r'^test[-_]', pathlib.PurePosixPath(name).stem)[1]
        folder = (root / name).parent
        build = folder / 'meson.build'
        if not build.is_file() or not re.search(rf"['_-]{re.escape(stem)}['.]", build.read_text(encoding='utf-8')):
            faults.append(f'{name}: is not registered in the meson.build beside it')
    return faults


def missing_sources(root):
    """C files that no meson.build names, which would never be compiled."""
    faults = []
    for name in files(root, 'app', '.c'):
        path = root / name
        build = path.parent / 'meson.build'
        if not build.is_file() or f"'{path.name}'" not in build.read_text(encoding='utf-8'):
            faults.append(f'{name}: is not named in the meson.build beside it')
    return faults


# A window opens files by way of what opens them in a window. Nothing is added here.
KNOWN_CIRCLES = {'app/shell/rgm-file-access'}
TYPEDEF = re.compile(r'\btypedef\b((?:[^;{]|\{.*?\n\s*\})*);', re.DOTALL)
ENUM = re.compile(r'\benum\b[^;{()]*\{(.*?)\}', re.DOTALL)


def without_strings(text):
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)


def code(root, name):
    """What a C file says to the compiler, strings aside."""
    return without_strings(without_comments(read(root, name)))


def type_names(text):
    """The types that C defines; not those that it only declares for others."""
    for match in TYPEDEF.finditer(text):
        outside = re.sub(r'\{.*\}', ' {} ', match[1], flags=re.DOTALL)
        if re.fullmatch(r'\s*(struct|union)\s+\w+\s+\w+\s*', outside):
            continue
        function = re.search(r'\(\s*\*\s*(\w+)\s*\)\s*\(', outside)
        yield function[1] if function else re.findall(r'\w+', outside)[-1]


def enumerators(text):
    for match in ENUM.finditer(text):
        yield from re.findall(r'(?:^|,)\s*(\w+)', re.sub(r'=[^,]*', '', match[1]))


def repeated_names(root):
    """Types, and enumerators that the program shares, whose name stands for two things.

    Enumerators that one file keeps to itself, such as PROP_0, are GObject's habit.
    """
    defined = {}
    for name in files(root, 'app', '.c', '.h'):
        text = code(root, name)
        found = list(type_names(text))
        found += [each for each in enumerators(text) if name.endswith('.h') or each.startswith('RGM_')]
        for each in found:
            defined.setdefault(each, []).append(name)
    return [f'{names[1]}: {each} is defined in {names[0]} as well: give one of them another name'
            for each, names in defined.items() if len(names) > 1]


def unit(name):
    """A header, its source and what they keep private are one unit."""
    return re.sub(r'(-private)?\.[ch]$', '', name)


def include_circles(root):
    """Units that include each other, directly or through others."""
    names = files(root, 'app', '.c', '.h')
    headers = {name.rpartition('/')[2]: unit(name) for name in names if name.endswith('.h')}
    includes = {unit(name): set() for name in names}
    for name in names:
        found = re.findall(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', read(root, name), re.MULTILINE)
        includes[unit(name)] |= {headers[each] for each in found if each in headers} - {unit(name)}

    def reach(start):
        seen, todo = set(), [start]
        while todo:
            new = includes[todo.pop()] - seen
            seen |= new
            todo += new
        return seen

    reached = {each: reach(each) for each in includes}
    circles = {tuple(sorted(other for other in reached[each] if each in reached[other]))
               for each in includes if each in reached[each]}
    return [f'{circle[0]}: includes itself through ' + ', '.join(circle[1:]) for circle in sorted(circles)
            if circle[0] not in KNOWN_CIRCLES]


# Public functions that only tests call, each with the reason, one to a line.
TEST_ONLY = 'tests/house/test-only.txt'
DIRECTIVE = re.compile(r'^[ \t]*#(?:[^\n\\]|\\.)*(?:\\\n[^\n]*)*', re.MULTILINE)


def declared_functions(text):
    """The program's functions that a header declares, macros and types aside."""
    text = DIRECTIVE.sub('', text)
    for _ in range(3):
        text = re.sub(r'\{[^{}]*\}', ';', text)
    for statement in text.split(';'):
        match = re.search(r'\b(rgm_\w+)\s*\(', statement)
        if match and not re.search(r'\btypedef\b', statement):
            yield match[1]


def test_only(root):
    path = root / TEST_ONLY
    lines = path.read_text(encoding='utf-8').splitlines() if path.is_file() else []
    return dict(line.partition(': ')[::2] for line in lines if line and not line.startswith('#'))


def uncalled(root):
    """Public functions that nothing in app/ calls but their own file, and exceptions that need none.

    What its own header names again, in a macro or as the way to free a type, is called by way of that.
    """
    used, defined = {}, {}
    codes = {name: code(root, name) for name in files(root, 'app', '.c', '.h')}
    for name, text in codes.items():
        for word in set(re.findall(r'\brgm_\w+', text)):
            used.setdefault(word, set()).add(name)
        for word in re.findall(r'^(rgm_\w+) \(', text, re.MULTILINE):
            defined.setdefault(word, set()).add(name)
    excepted = test_only(root)
    faults = [f'{TEST_ONLY}: {each} has no reason' for each, reason in excepted.items() if not reason]
    lonely = set()
    for name in (each for each in codes if each.endswith('.h')):
        text = codes[name]
        for each in declared_functions(text):
            own = defined.get(each, set()) | {name}
            if used[each] <= own and len(re.findall(rf'\b{each}\b', text)) == 1:
                lonely.add(each)
                if each not in excepted:
                    faults.append(f'{name}: nothing else in app/ calls {each}: make it static, delete it, '
                                  f'or give {TEST_ONLY} the reason')
    faults += [f'{TEST_ONLY}: {each} needs no exception' for each in excepted if each not in lonely]
    return faults


RULES = (unlicensed, too_long, stray_colours, stray_ids, potfiles, broken_strings, unregistered_tests,
         missing_sources, repeated_names, include_circles, uncalled)
