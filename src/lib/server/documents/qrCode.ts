import QRCode from 'qrcode';

/** Takes a text and returns its QR code as SVG: error correction M, and the quiet zone of four modules (ISO/IEC 18004). */
export const qrCodeSvg = (text: string): Promise<string> =>
	QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: quiet });

const quiet = 4;

/** The same for a page: how many modules a side has, quiet zone included, and the dark ones as the path of an SVG. */
export const qrCodePath = (text: string): { side: number; path: string } => {
	const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
	// Dark ones that stand side by side are one stroke.
	const strokes = Array.from({ length: size }, (_, row) => {
		const line = Array.from(data.subarray(row * size, (row + 1) * size), Number).join('');
		return [...line.matchAll(/1+/g)].map(
			({ index, 0: { length } }) => `M${quiet + index} ${quiet + row}h${length}v1h-${length}z`,
		);
	});
	return { side: size + 2 * quiet, path: strokes.flat().join('') };
};
