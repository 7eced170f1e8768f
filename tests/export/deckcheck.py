# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes programs repair a presentation or refuse it, beyond what validators find."""

import posixpath
import re
import zipfile
import xml.etree.ElementTree as ElementTree

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
RELATIONS = '{http://schemas.openxmlformats.org/package/2006/relationships}'
STYLE = '{urn:oasis:names:tc:opendocument:xmlns:style:1.0}'
DRAW = '{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
MANIFEST = '{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}'

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def parse(archive, faults):
    """The parts of XML by their names."""
    parts = {}
    for name in archive.namelist():
        if name.endswith(('.xml', '.rels')):
            try:
                parts[name] = ElementTree.fromstring(archive.read(name))
            except ElementTree.ParseError as error:
                faults.append(f'{name}: {error}')
    return parts


def check_archive(archive, faults):
    names = archive.namelist()
    if len(names) != len(set(names)):
        faults.append('two entries of one name')
    for entry in archive.infolist():
        if entry.date_time != FIRST_DAY or entry.extra or entry.flag_bits & 8:
            faults.append(f'{entry.filename}: date, extra field or data descriptor')


def relations_of(name):
    folder, base = posixpath.split(name)
    return posixpath.join(folder, '_rels', base + '.rels')


def check_package(archive, parts, faults):
    names = set(archive.namelist())
    types = parts.get('[Content_Types].xml')
    if types is None:
        faults.append('no content types')
        return
    overrides = [each.get('PartName') for each in types.iter(TYPES + 'Override')]
    endings = {each.get('Extension') for each in types.iter(TYPES + 'Default')}
    if len(overrides) != len(set(overrides)):
        faults.append('two overrides of one part')
    for part in overrides:
        if part.lstrip('/') not in names:
            faults.append(f'override of a part that is missing: {part}')
    for name in names - {'[Content_Types].xml'}:
        if '/' + name not in overrides and (name.rsplit('.')[-1] not in endings or not name.endswith('.rels')):
            faults.append(f'no type for {name}')
    for name, root in parts.items():
        if not name.endswith('.rels'):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for each in root.iter(RELATIONS + 'Relationship'):
            target = posixpath.normpath(posixpath.join('/', folder, each.get('Target'))).lstrip('/')
            if each.get('TargetMode') != 'External' and target not in names:
                faults.append(f'{name}: target that is missing: {target}')


def check_ids(name, root, parts, faults):
    ids = [each.get('id') for each in root.iter(P + 'cNvPr')]
    for repeated in sorted({each for each in ids if ids.count(each) > 1}):
        faults.append(f'{name}: shape id {repeated} twice')
    relations = parts.get(relations_of(name))
    known = {each.get('Id') for each in relations.iter(RELATIONS + 'Relationship')} if relations is not None else set()
    for each in root.iter():
        for key, value in each.attrib.items():
            if key.startswith(R) and value not in known:
                faults.append(f'{name}: relationship {value} is unknown')


def check_shapes(name, root, faults):
    for table in root.iter(A + 'tbl'):
        columns = len(list(table.iter(A + 'gridCol')))
        for row in table.iter(A + 'tr'):
            if len(row.findall(A + 'tc')) != columns:
                faults.append(f'{name}: a row of a table without {columns} cells')
    for ground in root.iter(P + 'bgPr'):
        if ground.find(A + 'effectLst') is None:
            faults.append(f'{name}: bgPr without effectLst')
    for shape in root.iter(P + 'sp'):
        if shape.find(P + 'txBody') is None:
            faults.append(f'{name}: sp without txBody')
    for element, body in [(each, each) for each in root.iter(P + 'txBody')] + \
            [(each, each.find(A + 'txBody')) for each in root.iter(A + 'tc')]:
        if body is None or body.find(A + 'p') is None:
            faults.append(f'{name}: {element.tag} without a paragraph')
    for each in root.iter():
        for key in ('x', 'y', 'cx', 'cy'):
            value = each.get(key)
            if value is not None and not re.fullmatch(r'\d+' if key.startswith('c') else r'-?\d+', value):
                faults.append(f'{name}: {key}="{value}"')


def check_theme(name, root, faults):
    """A theme has at least three of each kind of style."""
    for kind in ('fillStyleLst', 'lnStyleLst', 'effectStyleLst', 'bgFillStyleLst'):
        for styles in root.iter(A + kind):
            if len(styles) < 3:
                faults.append(f'{name}: {kind} of fewer than three')


def check_presentation(parts, faults):
    """Ids of masters and layouts are of one space; those of slides are from 256."""
    ids = []
    for root in parts.values():
        ids += [each.get('id') for tag in ('sldMasterId', 'sldLayoutId') for each in root.iter(P + tag)]
        for slide in root.iter(P + 'sldId'):
            if not 256 <= int(slide.get('id')) < 2147483648:
                faults.append(f'slide id {slide.get("id")}')
    if len(ids) != len(set(ids)):
        faults.append('ids of masters and layouts clash')
    if any(int(each) < 2147483648 for each in ids):
        faults.append('id of a master or layout is too small')


def check_pptx(path):
    """Every fault of a PPTX file, as sentences."""
    faults = []
    with zipfile.ZipFile(path) as archive:
        check_archive(archive, faults)
        parts = parse(archive, faults)
        check_package(archive, parts, faults)
        check_presentation(parts, faults)
        for name, root in parts.items():
            if name.startswith('ppt/') and not name.endswith('.rels'):
                check_ids(name, root, parts, faults)
                check_shapes(name, root, faults)
                check_theme(name, root, faults)
    return faults


def check_odp(path):
    """Every fault of an ODP file, as sentences."""
    faults = []
    with zipfile.ZipFile(path) as archive:
        check_archive(archive, faults)
        first = archive.infolist()[0]
        if first.filename != 'mimetype' or first.compress_type != zipfile.ZIP_STORED:
            faults.append('the type is not first, or compressed')
        parts = parse(archive, faults)
        listed = {each.get(MANIFEST + 'full-path') for each in parts['META-INF/manifest.xml'].iter(MANIFEST + 'file-entry')}
        expected = set(archive.namelist()) - {'mimetype', 'META-INF/manifest.xml'} | {'/'}
        if listed != expected:
            faults.append(f'the manifest lists {sorted(listed)}, and not {sorted(expected)}')
    known = {each.get(name) for root in parts.values() for each in root.iter()
             for name in (STYLE + 'name', DRAW + 'name') if each.tag.startswith((STYLE, DRAW + 'stroke'))}
    for root in parts.values():
        for each in root.iter():
            for key, value in each.attrib.items():
                if key.endswith('}style-name') and value not in known or key == DRAW + 'stroke-dash' and value not in known:
                    faults.append(f'style {value} is unknown')
    return faults
