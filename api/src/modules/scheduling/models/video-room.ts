import { TenantModel } from "../../../platform/scope/model.ts";

/** A booking's meeting at a provider the tenant connected; its id is the booking's. */
export class VideoRoom extends TenantModel {
  static override tableName = "video_rooms";

  /** The provider it was arranged with, or is being arranged with; null for the embedded room. */
  declare connectionId: string | null;
  /** The provider's user it is kept for. */
  declare host: string | null;
  /** Null until the provider answered, and for the embedded room. */
  declare meetingId: string | null;
  declare hostUrlSealed: string | null;
  declare guestUrlSealed: string | null;
  /** What the provider was told, or is being told. */
  declare startsAt: Date;
  declare endsAt: Date;
  /** Raised with every attempt: only the newest may say that all is settled. */
  declare attempt: number;
  /** False while the provider may know something else than stands here. */
  declare isSettled: boolean;
}
