export { LOGO_NAME, PHOTO_NAME } from './image-names.js';
export { packetImages } from './packet-images.js';
export { readImage, type ReadImage } from './read-image.js';
export { uprightSize, type PacketImage } from './types.js';
