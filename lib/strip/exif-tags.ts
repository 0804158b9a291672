import type { IfdName } from './ifd.ts';
import type { FindingKind } from './types.ts';

type Tag = [name: string, kind: FindingKind];

/** Tags that tell something about a person, by directory (Exif 3.0 section 4.6; Microsoft's XP tags; DNG 1.7). */
export const PRIVATE_TAGS: Record<IfdName, Record<number, Tag>> = {
  ifd0: {
    269: ['DocumentName', 'path'],
    270: ['ImageDescription', 'comment'],
    271: ['Make', 'device'],
    272: ['Model', 'device'],
    305: ['Software', 'software'],
    306: ['ModifyDate', 'time'],
    315: ['Artist', 'person'],
    316: ['HostComputer', 'device'],
    33432: ['Copyright', 'person'],
    37510: ['UserComment', 'comment'],
    40091: ['XPTitle', 'comment'],
    40092: ['XPComment', 'comment'],
    40093: ['XPAuthor', 'person'],
    40094: ['XPKeywords', 'comment'],
    40095: ['XPSubject', 'comment'],
    50708: ['UniqueCameraModel', 'device'],
    50735: ['CameraSerialNumber', 'device'],
  },
  exif: {
    36867: ['DateTimeOriginal', 'time'],
    36868: ['CreateDate', 'time'],
    36880: ['OffsetTime', 'time'],
    36881: ['OffsetTimeOriginal', 'time'],
    36882: ['OffsetTimeDigitized', 'time'],
    37510: ['UserComment', 'comment'],
    40964: ['RelatedSoundFile', 'path'],
    42016: ['ImageUniqueID', 'other'],
    42032: ['OwnerName', 'person'],
    42033: ['BodySerialNumber', 'device'],
    42035: ['LensMake', 'device'],
    42036: ['LensModel', 'device'],
    42037: ['LensSerialNumber', 'device'],
    42038: ['ImageTitle', 'comment'],
    42039: ['Photographer', 'person'],
    42040: ['ImageEditor', 'person'],
    42041: ['CameraFirmware', 'software'],
    42042: ['RAWDevelopingSoftware', 'software'],
    42043: ['ImageEditingSoftware', 'software'],
    42044: ['MetadataEditingSoftware', 'software'],
    65000: ['OwnerName', 'person'],
    65001: ['SerialNumber', 'device'],
    65002: ['Lens', 'device'],
  },
  gps: {
    18: ['GPSMapDatum', 'location'],
    27: ['GPSProcessingMethod', 'location'],
    28: ['GPSAreaInformation', 'location'],
    29: ['GPSDateStamp', 'time'],
  },
  interop: {},
  ifd1: {},
};

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
