# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include and link whom: the table of rooms in CONTRIBUTING.md, and the faults of a tree against it."""

import re

import house

# What each <…> header belongs to, the first match deciding. `None` is for everybody.
HEADERS = (
    (r'json-glib/', 'json-glib'),
    (r'gio/', 'gio'),
    (r'glib(-object|-unix|/|\.h|object)|gobject/|gmodule', 'glib'),
    (r'gsl/', 'gsl'),
    (r'cairo', 'cairo'),
    (r'pango/', 'pangocairo'),
    (r'(gtk|gdk|gsk|graphene|gdk-pixbuf)[-/.]', 'gtk'),
    (r'adwaita|libadwaita', 'libadwaita'),
    (r'(assert|ctype|errno|fcntl|fenv|float|inttypes|langinfo|limits|locale|malloc|math|setjmp|signal|stdarg|stdatomic'
     r'|dlfcn|stdbool|stddef|stdint|stdio|stdlib|string|time|unistd|wchar|wctype)\.h$', None),
    (r'sys/', None),
)

# What the dependencies of the root meson.build are called in the table.
DEPENDENCIES = {
    'glib_dep': 'glib', 'gobject_dep': 'glib', 'gio_dep': 'gio', 'gio_unix_dep': 'gio',
    'json_glib_dep': 'json-glib', 'gsl_dep': 'gsl', 'cairo_dep': 'cairo', 'cairo_pdf_dep': 'cairo',
    'cairo_svg_dep': 'cairo', 'pangocairo_dep': 'pangocairo', 'gtk_dep': 'gtk', 'adw_dep': 'libadwaita',
    'm_dep': None,
}

# A library brings what its own headers include.
CARRIES = {
    'gio': {'glib'},
    'json-glib': {'glib', 'gio'},
    'pangocairo': {'glib', 'cairo'},
    'gtk': {'glib', 'gio', 'cairo', 'pangocairo'},
    'libadwaita': {'glib', 'gio', 'cairo', 'pangocairo', 'gtk'},
}

# These have their homes whatever the table says, so that an edit of the table isn't enough to move them.
HOMES = {
    'json-glib': {'load', 'import', 'story'},
    'gsl': {'stats'},
    'cairo': {'scene', 'export', 'view'},
    'pangocairo': {'scene', 'export', 'view'},
    'gtk': {'view', 'shell'},
    'libadwaita': {'view', 'shell'},
}

LIBRARIES = {'glib', *CARRIES, *HOMES}
GENERATED = {'rgm-config.h', 'rgm-ui.h'}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def parse_table(text):
    """Room -> the names in its last column, in the order of the table."""
    match = re.search(r'^\| room \|[^\n]*\n\|[-| ]+\|\n((?:\|[^\n]*\n)+)', text, re.MULTILINE)
    if not match:
        raise ValueError('CONTRIBUTING.md has no table of rooms')
    rooms = {}
    for row in match[1].splitlines():
        name, _, may = [cell.strip() for cell in row.strip('|').split('|')]
        names = [entry.strip() for entry in may.split(',') if entry.strip()]
        if 'every room above' in names:
            names.remove('every room above')
            names = [*rooms, *names]
        rooms[name.strip('`')] = names
    return rooms


def table_faults(rooms, present):
    """What is wrong with the table itself."""
    faults = [f'CONTRIBUTING.md: the room {room} is not in the table' for room in sorted(present - set(rooms))]
    faults += [f'CONTRIBUTING.md: there is no room {room} in app/' for room in rooms if room not in present]
    above = set()
    for room, names in rooms.items():
        for name in names:
            if name in LIBRARIES:
                if name in HOMES and room not in HOMES[name]:
                    faults.append(f'CONTRIBUTING.md: {room} may not have {name}: it lives in '
                                  + ', '.join(sorted(HOMES[name])))
            elif name not in rooms:
                faults.append(f'CONTRIBUTING.md: {room} includes {name}, which is neither a room nor a known library')
            elif name not in above:
                faults.append(f'CONTRIBUTING.md: {room} includes {name}, which does not stand above it')
        above.add(room)
    return faults


def allowed(room, rooms):
    """All that a room may include: the table's names, and what the libraries bring that may live here."""
    names = {'glib', room, *rooms.get(room, ())}
    for name in list(names):
        names |= {brought for brought in CARRIES.get(name, ())
                  if room in HOMES.get(brought, {room})}
    return names


def room_of(name):
    """'app/model/rgm-arm.h' is of the room model, 'app/main.c' of the room main.c."""
    return name.split('/')[1]


def owner_of(bracket, header, headers):
    """The room or library that a header belongs to (None: everybody's); KeyError where nobody knows it."""
    if bracket == '"':
        return None if header in GENERATED else headers[header]
    for pattern, library in HEADERS:
        if re.match(pattern, header):
            return library
    raise KeyError(header)


def include_faults(root, rooms):
    headers = {}
    faults = []
    for name in house.files(root, 'app', '.h'):
        short = name.rpartition('/')[2]
        if short in headers:
            faults.append(f'{name}: {headers[short]} has a header of that name too')
        headers[short] = room_of(name)

    for name in house.files(root, 'app', '.c', '.h'):
        room = room_of(name)
        for match in INCLUDE.finditer(house.read(root, name)):
            bracket, header = match.groups()
            try:
                owner = owner_of(bracket, header, headers)
            except KeyError:
                faults.append(f'{name}: includes {header}, which belongs to no room or known library')
                continue
            if owner is not None and owner not in allowed(room, rooms):
                faults.append(f'{name}: includes {header} of {owner}, which the room {room} may not include')
    return faults


def meson_faults(root, rooms):
    """Dependencies and folders in app/*/meson.build, and those of the programs in app/meson.build."""
    programs = [room for room in rooms if room.endswith('.c')]
    faults = []
    for name in house.files(root, 'app', 'meson.build'):
        room = ' or '.join(programs) if name == 'app/meson.build' else room_of(name)
        may = set().union(*(allowed(each, rooms) for each in room.split(' or ')))
        text = re.sub(r'#[^\n]*', '', house.read(root, name))
        for word in sorted(set(re.findall(r'\b\w+_dep\b', text))):
            match = re.fullmatch(r'rgm_(\w+)_dep', word)
            if match:
                owner = match[1]
            elif word in DEPENDENCIES:
                owner = DEPENDENCIES[word]
            else:
                faults.append(f'{name}: {word} is not a dependency of the root meson.build')
                continue
            if owner is not None and owner not in may:
                faults.append(f'{name}: links {word}, which the room {room} may not link')
        for call in re.findall(r"\b(?:dependency|find_library)\s*\([^)]*\)", text):
            faults.append(f'{name}: {call} belongs in the root meson.build')
        for folder in re.findall(r"include_directories\s*\(\s*'([^']*)'", text):
            if folder != '.':
                faults.append(f'{name}: includes the folder {folder}: a room has only its own')
        for library in re.findall(r'link_with:\s*\[?\s*(\w+)', text):
            if library != f'rgm_{room}_lib':
                faults.append(f'{name}: links {library}, another room\'s library')
    return faults


def faults(root):
    """Everything in a tree that goes against the table of rooms."""
    rooms = parse_table(house.read(root, 'CONTRIBUTING.md'))
    present = {path.name for path in (root / 'app').iterdir() if path.is_dir()}
    present |= {path.name for path in (root / 'app').glob('*.c')}
    return table_faults(rooms, present) + include_faults(root, rooms) + meson_faults(root, rooms)
