/** Cloud storage by its host names, in the vendors' own documented URL styles. Pure. */
export type Cloud = { provider: string; region?: string };

type Rule = { provider: string; suffixes: string[]; region?: (labels: string[]) => string | undefined };

const AWS_REGION = /[a-z]{2}(?:-(?:gov|iso[a-z]?))?-[a-z]+-\d+$/;

const RULES: readonly Rule[] = [
  // Amazon S3 user guide, "Virtual hosting of buckets" and "Endpoints": s3.<region>, s3-<region>, dualstack, fips, access points, website.
  { provider: 'Amazon S3', suffixes: ['amazonaws.com', 'amazonaws.com.cn'], region: awsRegion },
  {
    provider: 'Google Cloud Storage',
    suffixes: [
      'storage.googleapis.com',
      'storage.cloud.google.com',
      'commondatastorage.googleapis.com',
      'firebasestorage.googleapis.com',
      'firebasestorage.app',
    ],
  },
  { provider: 'Google Cloud Storage', suffixes: ['rep.googleapis.com'], region: (labels) => labels.at(-1) },
  {
    provider: 'Azure Blob Storage',
    suffixes: [
      'blob.core.windows.net',
      'blob.storage.azure.net',
      'blob.core.chinacloudapi.cn',
      'blob.core.usgovcloudapi.net',
    ],
  },
  {
    provider: 'Cloudflare R2',
    suffixes: ['r2.cloudflarestorage.com'],
    region: (labels) => labels.find((label) => label === 'eu' || label === 'fedramp'),
  },
  { provider: 'Cloudflare R2', suffixes: ['r2.dev'] },
  { provider: 'Alibaba Cloud OSS', suffixes: ['aliyuncs.com'], region: ossRegion },
  { provider: 'Tencent Cloud COS', suffixes: ['myqcloud.com', 'tencentcos.cn'], region: cosRegion },
  {
    provider: 'Baidu BOS',
    suffixes: ['bcebos.com'],
    region: (labels) => labels.at(-1)?.replace(/^cdn$/, '') || undefined,
  },
  {
    provider: 'Backblaze B2',
    suffixes: ['backblazeb2.com'],
    region: (labels) => (labels.at(-2) === 's3' || labels[0] === 's3' ? labels.at(-1) : undefined),
  },
];

/** Which cloud storage a host name belongs to, with its region where the name tells; undefined for any other host. */
export function cloudOf(hostname: string): Cloud | undefined {
  for (const { provider, suffixes, region } of RULES) {
    const suffix = suffixes.find((each) => hostname === each || hostname.endsWith(`.${each}`));
    if (!suffix || !isStorage(provider, hostname)) continue;
    const labels = hostname.slice(0, -suffix.length).split('.').filter(Boolean);
    const found = region?.(labels);
    return found ? { provider, region: found } : { provider };
  }
  return undefined;
}

/** Hosts under a vendor's common domain that are no storage: Lambda, Alibaba's other services, Tencent's CDN. */
function isStorage(provider: string, hostname: string): boolean {
  if (provider === 'Amazon S3') return /(?:^|\.)s3[a-z0-9-]*\./.test(hostname);
  if (provider === 'Alibaba Cloud OSS') return /(?:^|\.)oss-[a-z0-9-]+\.aliyuncs\.com$/.test(hostname);
  if (provider === 'Tencent Cloud COS') return /(?:^|\.)cos[a-z-]*\./.test(hostname);
  if (hostname.endsWith('.rep.googleapis.com')) return /(?:^|\.)storage\./.test(hostname);
  return true;
}

function awsRegion(labels: string[]): string | undefined {
  const s3 = labels.findLastIndex((label) => label.startsWith('s3'));
  const own = AWS_REGION.exec(labels[s3]?.replace(/^s3-(?:website-)?/, '') ?? '')?.[0];
  return labels.slice(s3 + 1).find((label) => label.search(AWS_REGION) === 0) ?? own;
}

function ossRegion(labels: string[]): string | undefined {
  const region = labels
    .at(-1)
    ?.replace(/^oss-/, '')
    .replace(/-internal$/, '');
  return region?.startsWith('accelerate') ? undefined : region;
}

function cosRegion(labels: string[]): string | undefined {
  const region = labels.at(-1);
  return region === 'accelerate' || region?.startsWith('cos') ? undefined : region;
}
