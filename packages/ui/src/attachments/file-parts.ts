// What a chat with files loads, in one go: apart they would share more chunks than they are worth.
export { FileDownload } from '../message-files/file-download.tsx';
export { LoadedImage } from '../message-files/loaded-image.tsx';
export { ChatAttachments } from './chat-attachments.tsx';
