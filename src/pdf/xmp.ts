import type { Conformance } from './conformance.js';
import type { DocumentInformation } from './document-information.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/** PDF/A knows the PDF/UA identifier only when the file describes its schema (ISO 19005-2, 6.6.2.3). */
const UA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;

/** The identifiers of the standards (ISO 19005-2, 6.6.4; ISO 14289-1, 5). */
function claims({ pdfA, pdfUa }: Conformance): string {
  const archival = pdfA
    ? `<pdfaid:part>${pdfA.charAt(0)}</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n`
    : '';
  return archival + (pdfUa ? `<pdfuaid:part>${pdfUa}</pdfuaid:part>\n` : '');
}

/**
 * The XMP packet (ISO 16684-1): the same values as the document information.
 *
 * @param conformance what to claim
 */
export function xmpPacket(information: DocumentInformation, conformance: Conformance): string {
  const { title, author, subject, keywords, creator, language, instant } = information;
  const element = (name: string, value: string): string =>
    value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>\n`;
  const container = (name: string, kind: 'Alt' | 'Seq' | 'Bag', value: string): string => {
    const attribute = kind === 'Alt' ? ' xml:lang="x-default"' : '';
    if (value === '') return '';
    return `<${name}><rdf:${kind}><rdf:li${attribute}>${escapeXml(value)}</rdf:li></rdf:${kind}></${name}>\n`;
  };
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
${container('dc:title', 'Alt', title)}${container('dc:creator', 'Seq', author)}\
${container('dc:description', 'Alt', subject)}${container('dc:language', 'Bag', language)}\
${element('pdf:Keywords', keywords)}${element('pdf:Producer', creator)}${element('xmp:CreatorTool', creator)}\
${element('xmp:CreateDate', instant)}${element('xmp:ModifyDate', instant)}${element('xmp:MetadataDate', instant)}\
${claims(conformance)}</rdf:Description>
${conformance.pdfUa ? UA_SCHEMA : ''}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
