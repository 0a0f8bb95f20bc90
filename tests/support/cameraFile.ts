import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

const [width, height] = [960, 720];

/**
 * Writes what a camera would see, as a file that Chromium takes for one (YUV4MPEG2): the QR code of a text on a sheet,
 * not quite filling the picture.
 */
export const writeCameraFile = (file: string, text: string): void => {
	const { modules } = create(text, { errorCorrectionLevel: 'M' });
	const scale = Math.floor((height * 0.8) / modules.size);
	const [left, top] = [width, height].map((room) => Math.floor((room - modules.size * scale) / 2));
	const light = Buffer.alloc(width * height, 225);
	for (let y = 0; y < modules.size * scale; y += 1)
		for (let x = 0; x < modules.size * scale; x += 1)
			if (modules.get(Math.floor(y / scale), Math.floor(x / scale)))
				light[(y + (top ?? 0)) * width + x + (left ?? 0)] = 30;
	const grey = Buffer.alloc((width * height) / 2, 128);
	const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
	writeFileSync(
		file,
		Buffer.concat([
			head,
			...Array(4)
				.fill([Buffer.from('FRAME\n'), light, grey])
				.flat(),
		]),
	);
};
