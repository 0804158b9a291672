import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudOf } from '../../../lib/upload/cloud-hosts.ts';

const S3 = 'Amazon S3';
const GCS = 'Google Cloud Storage';
const AZURE = 'Azure Blob Storage';
const R2 = 'Cloudflare R2';
const OSS = 'Alibaba Cloud OSS';
const COS = 'Tencent Cloud COS';
const BOS = 'Baidu BOS';
const B2 = 'Backblaze B2';

it.each([
  ['bucket.s3.us-west-2.amazonaws.com', S3, 'us-west-2'],
  ['my.dotted.bucket.s3.eu-central-1.amazonaws.com', S3, 'eu-central-1'],
  ['s3.us-west-2.amazonaws.com', S3, 'us-west-2'],
  ['s3-eu-west-1.amazonaws.com', S3, 'eu-west-1'],
  ['bucket.s3-ap-southeast-1.amazonaws.com', S3, 'ap-southeast-1'],
  ['bucket.s3.amazonaws.com', S3, undefined],
  ['s3.amazonaws.com', S3, undefined],
  ['bucket.s3.dualstack.us-east-2.amazonaws.com', S3, 'us-east-2'],
  ['bucket.s3-fips.us-gov-west-1.amazonaws.com', S3, 'us-gov-west-1'],
  ['bucket.s3-accelerate.amazonaws.com', S3, undefined],
  ['bucket.s3-accelerate.dualstack.amazonaws.com', S3, undefined],
  ['point-123456789012.s3-accesspoint.us-west-2.amazonaws.com', S3, 'us-west-2'],
  ['bucket.s3-website-us-east-1.amazonaws.com', S3, 'us-east-1'],
  ['bucket.s3-website.eu-north-1.amazonaws.com', S3, 'eu-north-1'],
  ['bucket--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com', S3, 'us-west-2'],
  ['bucket.s3.cn-north-1.amazonaws.com.cn', S3, 'cn-north-1'],
  ['s3.us-east-1.tricky.s3.eu-west-3.amazonaws.com', S3, 'eu-west-3'],
  ['storage.googleapis.com', GCS, undefined],
  ['bucket.storage.googleapis.com', GCS, undefined],
  ['firebasestorage.googleapis.com', GCS, undefined],
  ['storage.us-central1.rep.googleapis.com', GCS, 'us-central1'],
  ['account.blob.core.windows.net', AZURE, undefined],
  ['account.z12.blob.storage.azure.net', AZURE, undefined],
  ['0a1b2c.r2.cloudflarestorage.com', R2, undefined],
  ['bucket.0a1b2c.eu.r2.cloudflarestorage.com', R2, 'eu'],
  ['pub-0a1b2c.r2.dev', R2, undefined],
  ['bucket.oss-cn-hangzhou.aliyuncs.com', OSS, 'cn-hangzhou'],
  ['oss-us-west-1-internal.aliyuncs.com', OSS, 'us-west-1'],
  ['bucket.oss-accelerate.aliyuncs.com', OSS, undefined],
  ['bucket-1250000000.cos.ap-guangzhou.myqcloud.com', COS, 'ap-guangzhou'],
  ['bucket-1250000000.cos.accelerate.myqcloud.com', COS, undefined],
  ['bucket-1250000000.cos.na-siliconvalley.tencentcos.cn', COS, 'na-siliconvalley'],
  ['bucket.bj.bcebos.com', BOS, 'bj'],
  ['su.bcebos.com', BOS, 'su'],
  ['f005.backblazeb2.com', B2, undefined],
  ['bucket.s3.us-west-004.backblazeb2.com', B2, 'us-west-004'],
])('%s is %s', (host, provider, region) => {
  expect(cloudOf(host)).toEqual(region ? { provider, region } : { provider });
});

it.each([
  'studio.tripo3d.ai',
  'lambda.us-east-1.amazonaws.com',
  'execute-api.us-west-2.amazonaws.com',
  'bucket.s3.us-west-2.amazonaws.com.evil.example',
  'evilamazonaws.com',
  's3.example.com',
  'dysmsapi.aliyuncs.com',
  'cdn.myqcloud.com',
  'windows.net',
  'oauth2.googleapis.com',
])('%s is no cloud storage', (host) => {
  expect(cloudOf(host)).toBeUndefined();
});

describe('of any bucket', () => {
  /** Bucket names may look like a part of the host (Amazon S3 user guide, "Bucket naming rules"). */
  const label = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}[a-z0-9]$/);
  const bucket = fc.oneof(
    label,
    fc.tuple(label, label).map((labels) => labels.join('.')),
    fc.constantFrom('s3', 's3.us-east-1', 'eu', 'oss-cn-beijing', 'cos', 'storage', 'us-west-2'),
  );
  const awsRegion = fc.constantFrom(
    'us-east-1',
    'eu-central-1',
    'ap-southeast-2',
    'us-gov-east-1',
    'me-south-1',
  );
  const region = fc.constantFrom('cn-shanghai', 'us-west-1', 'ap-tokyo', 'na-ashburn', 'eu-central-003');

  it('S3 is named with its region in every style', () => {
    const style = fc.constantFrom(
      's3.',
      's3-',
      's3.dualstack.',
      's3-fips.',
      's3-fips.dualstack.',
      's3-website-',
      's3-website.',
    );
    fc.assert(
      fc.property(bucket, style, awsRegion, (name, before, where) => {
        const host = `${name}.${before}${where}.amazonaws.com`;
        expect(cloudOf(host)).toEqual({ provider: S3, region: where });
        expect(cloudOf(`${before}${where}.amazonaws.com`)).toEqual({ provider: S3, region: where });
      }),
    );
  });

  it('the others are, too', () => {
    fc.assert(
      fc.property(bucket, region, (name, where) => {
        expect(cloudOf(`${name}.oss-${where}.aliyuncs.com`)).toEqual({ provider: OSS, region: where });
        expect(cloudOf(`${name}.oss-${where}-internal.aliyuncs.com`)).toEqual({
          provider: OSS,
          region: where,
        });
        expect(cloudOf(`${name}-125.cos.${where}.myqcloud.com`)).toEqual({ provider: COS, region: where });
        expect(cloudOf(`${name}.s3.${where}.backblazeb2.com`)).toEqual({ provider: B2, region: where });
        expect(cloudOf(`${name}.storage.googleapis.com`)).toEqual({ provider: GCS });
        expect(cloudOf(`${name}.blob.core.windows.net`)).toEqual({ provider: AZURE });
      }),
    );
  });

  it('a host of somebody else is none, whatever stands before it', () => {
    fc.assert(
      fc.property(bucket, awsRegion, fc.domain(), (name, where, domain) => {
        fc.pre(!/amazonaws|aliyuncs|myqcloud|bcebos|backblaze|googleapis|windows|r2\.dev/.test(domain));
        expect(cloudOf(`${name}.s3.${where}.amazonaws.com.${domain}`)).toBeUndefined();
        expect(cloudOf(`${name}.${domain}`)).toBeUndefined();
      }),
    );
  });
});
