/**
 * The namespaces of a Word document by the prefixes under which they are known here. Those of the
 * strict form of the standard say the same as those that Word writes unless told otherwise.
 */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/word/2016/wordml/cid': 'w16cid',
  'http://schemas.microsoft.com/office/word/2023/wordml/word16du': 'w16du',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'cp',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
  'http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes': 'vt',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'cp',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

/** Empty for none; `?` for one that says nothing here. */
export function prefixOf(uri: string): string {
  return uri === '' ? '' : Object.hasOwn(prefixes, uri) ? (prefixes[uri] ?? '?') : '?'
}
