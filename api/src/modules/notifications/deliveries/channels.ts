import { chatChannel } from "../chat/chat-channel.ts";
import { mailChannel } from "../mails/mail-channel.ts";
import { pushChannel } from "../push/push-channel.ts";
import { type SendingChannelName } from "../rules/categories.ts";
import { smsChannel } from "../sms/sms-channel.ts";
import { type SendingChannel } from "./channel.ts";

/** Every way by which something leaves the house. What stays on the page is written at once and is none of them. */
export const sendingChannel: Readonly<Record<SendingChannelName, SendingChannel>> = {
  email: mailChannel,
  push: pushChannel,
  sms: smsChannel,
  chat: chatChannel,
};
