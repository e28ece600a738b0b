/** Names under which the photo of the applicant and the logo of the theme reach the layout. No file is named so. */
export const PHOTO_NAME = ':photo';
export const LOGO_NAME = ':logo';
