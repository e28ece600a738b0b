export { LOGO_NAME, packetImages, PHOTO_NAME } from './packet-images.js';
export { readImage, type ReadImage } from './read-image.js';
export { uprightSize, type PacketImage } from './types.js';
