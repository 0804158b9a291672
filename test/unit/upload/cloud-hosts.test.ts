import { expect, it } from 'vitest';
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
