import QRCode from 'qrcode';

/** Takes a text and returns its QR code as SVG: error correction M, and the quiet zone of four modules (ISO/IEC 18004). */
export const qrCodeSvg = (text: string): Promise<string> =>
	QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
