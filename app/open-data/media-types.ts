/** Akoma Ntoso (OASIS, Media Type Registration for Akoma Ntoso). */
export const aknXml = 'application/akn+xml'
/** RFC 4287, 7. */
export const atomXml = 'application/atom+xml'
export const jsonLd = 'application/ld+json'
