import type { IfdName } from './ifd.ts';
import type { FindingKind } from './types.ts';

type Row = readonly [tag: number, name: string, kind: FindingKind];

/** Tags that tell something about a person, by directory (Exif 3.0 section 4.6; Microsoft's XP tags; DNG 1.7). */
const PRIVATE_TAGS: Record<IfdName, readonly Row[]> = {
  ifd0: [
    [0x010d, 'DocumentName', 'path'],
    [0x010e, 'ImageDescription', 'comment'],
    [0x010f, 'Make', 'device'],
    [0x0110, 'Model', 'device'],
    [0x0131, 'Software', 'software'],
    [0x0132, 'ModifyDate', 'time'],
    [0x013b, 'Artist', 'person'],
    [0x013c, 'HostComputer', 'device'],
    [0x8298, 'Copyright', 'person'],
    [0x9286, 'UserComment', 'comment'],
    [0x9c9b, 'XPTitle', 'comment'],
    [0x9c9c, 'XPComment', 'comment'],
    [0x9c9d, 'XPAuthor', 'person'],
    [0x9c9e, 'XPKeywords', 'comment'],
    [0x9c9f, 'XPSubject', 'comment'],
    [0xc614, 'UniqueCameraModel', 'device'],
    [0xc62f, 'CameraSerialNumber', 'device'],
  ],
  exif: [
    [0x9003, 'DateTimeOriginal', 'time'],
    [0x9004, 'CreateDate', 'time'],
    [0x9010, 'OffsetTime', 'time'],
    [0x9011, 'OffsetTimeOriginal', 'time'],
    [0x9012, 'OffsetTimeDigitized', 'time'],
    [0x9286, 'UserComment', 'comment'],
    [0xa004, 'RelatedSoundFile', 'path'],
    [0xa420, 'ImageUniqueID', 'other'],
    [0xa430, 'OwnerName', 'person'],
    [0xa431, 'BodySerialNumber', 'device'],
    [0xa433, 'LensMake', 'device'],
    [0xa434, 'LensModel', 'device'],
    [0xa435, 'LensSerialNumber', 'device'],
    [0xa436, 'ImageTitle', 'comment'],
    [0xa437, 'Photographer', 'person'],
    [0xa438, 'ImageEditor', 'person'],
    [0xa439, 'CameraFirmware', 'software'],
    [0xa43a, 'RAWDevelopingSoftware', 'software'],
    [0xa43b, 'ImageEditingSoftware', 'software'],
    [0xa43c, 'MetadataEditingSoftware', 'software'],
    [0xfde8, 'OwnerName', 'person'],
    [0xfde9, 'SerialNumber', 'device'],
    [0xfdea, 'Lens', 'device'],
  ],
  gps: [
    [0x0012, 'GPSMapDatum', 'location'],
    [0x001b, 'GPSProcessingMethod', 'location'],
    [0x001c, 'GPSAreaInformation', 'location'],
    [0x001d, 'GPSDateStamp', 'time'],
  ],
  interop: [],
  ifd1: [],
};

/** The name and kind of a private tag; undefined for others. */
export function privateTag(ifd: IfdName, tag: number): { name: string; kind: FindingKind } | undefined {
  const row = PRIVATE_TAGS[ifd].find(([each]) => each === tag);
  return row && { name: row[1], kind: row[2] };
}

export const GPS = {
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
  version: 0,
  datum: 0x12,
} as const;
export const MAKER_NOTE = 0x927c;
export const USER_COMMENT = 0x9286;
export const XP_TAGS = { first: 0x9c9b, last: 0x9c9f } as const;
/** Whole blocks of other metadata that writers put into IFD0. */
export const EMBEDDED = { xmp: 0x02bc, iptc: 0x83bb, photoshop: 0x8649 } as const;

/** Tags that only say how to show the picture: nobody is told anything by them. */
export const STRUCTURAL_TAGS = new Set([
  0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0112, 0x0115, 0x011a, 0x011b, 0x011c, 0x0128, 0x0213, 0x8769,
  0x8825, 0xa005, 0x9000, 0x9101, 0xa000, 0xa001, 0xa002, 0xa003, 0x0001, 0x0002,
]);
