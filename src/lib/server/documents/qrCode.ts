import QRCode from 'qrcode';

/** Takes a text and returns its QR code as SVG: error correction M, and the quiet zone of four modules (ISO/IEC 18004). */
export const qrCodeSvg = (text: string): Promise<string> =>
	QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: quiet });

const quiet = 4;

/** The same for a page: how many modules a side has, quiet zone included, and the dark ones as the path of an SVG. */
export const qrCodePath = (text: string): { side: number; path: string } => {
	const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
	const rows: string[] = [];
	for (let at = 0; at < data.length; at += 1)
		if (data[at]) rows.push(`M${quiet + (at % size)} ${quiet + Math.floor(at / size)}h1v1h-1z`);
	return { side: size + 2 * quiet, path: rows.join('') };
};
