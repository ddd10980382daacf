import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  endpoint: "Address of the store",
  endpointHint: "Such as https://s3.eu-central-1.amazonaws.com, without the bucket.",
  bucket: "Bucket",
  region: "Region",
  accessKeyId: "Access key ID",
  secretAccessKey: "Secret access key",
  bucketHint: "The key must be allowed to list, read, write and delete in this bucket.",
} as const;

const zh: Translation<typeof en> = {
  endpoint: "存储地址",
  endpointHint: "例如 https://s3.eu-central-1.amazonaws.com，不含存储桶。",
  bucket: "存储桶",
  region: "区域",
  accessKeyId: "访问密钥 ID",
  secretAccessKey: "访问密钥",
  bucketHint: "该密钥必须有权在此存储桶中列出、读取、写入和删除。",
};

const ar: Translation<typeof en> = {
  endpoint: "عنوان المخزن",
  endpointHint: "مثل https://s3.eu-central-1.amazonaws.com، من دون الحاوية.",
  bucket: "الحاوية",
  region: "المنطقة",
  accessKeyId: "معرّف مفتاح الوصول",
  secretAccessKey: "مفتاح الوصول السري",
  bucketHint: "يجب أن يُسمح للمفتاح بالسرد والقراءة والكتابة والحذف في هذه الحاوية.",
};

/** Says what the form of a bucket asks for. */
export const storeVoice = voices<typeof en>({ en, "zh-CN": zh, ar });
