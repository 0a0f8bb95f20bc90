/** What Chromium on telephones has of its own (Shape Detection API); elsewhere a reader is fetched, and only then. */
type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorMaker = {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<string[]>;
};

type Read = (video: HTMLVideoElement) => Promise<string | null>;

const pause = 120;

const ownReader = async (): Promise<Read | null> => {
	const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
	if (!Maker || !(await Maker.getSupportedFormats()).includes('qr_code')) return null;
	const detector = new Maker({ formats: ['qr_code'] });
	return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
};

const fetchedReader = async (): Promise<Read> => {
	const { default: read } = await import('jsqr');
	const canvas = document.createElement('canvas');
	const drawing = canvas.getContext('2d', { willReadFrequently: true });
	return (video) => {
		canvas.width = video.videoWidth;
		canvas.height = video.videoHeight;
		drawing?.drawImage(video, 0, 0);
		const picture = drawing?.getImageData(0, 0, canvas.width, canvas.height);
		const found = picture && read(picture.data, picture.width, picture.height);
		return Promise.resolve(found?.data || null);
	};
};

/**
 * Shows the camera in `video` and hands over each text it reads until `isFound` says that it was the one, or until it is
 * stopped. Returns how to stop it; fails when there is no camera, or the person does not want to open it.
 */
export const scan = async (
	video: HTMLVideoElement,
	isFound: (text: string) => boolean,
): Promise<() => void> => {
	const stream = await navigator.mediaDevices.getUserMedia({
		video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
	});
	let going = true;
	const stop = (): void => {
		going = false;
		for (const track of stream.getTracks()) track.stop();
		video.srcObject = null;
	};
	try {
		const read = (await ownReader()) ?? (await fetchedReader());
		video.srcObject = stream;
		await video.play();
		const look = async (): Promise<void> => {
			if (!going) return;
			const text = video.videoWidth > 0 ? await read(video).catch(() => null) : null;
			if (going && text !== null && isFound(text)) stop();
			else setTimeout(() => void look(), pause);
		};
		void look();
		return stop;
	} catch (error) {
		stop();
		throw error;
	}
};
