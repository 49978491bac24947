// The one door to botbuilder, an archived SDK: whatever replaces it has to fill this folder's few calls. Loaded through
// `require`, as everything of it is CommonJS.
import { createRequire } from 'node:module';
import type * as Sdk from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { TeamsOptions } from './options.ts';

const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = createRequire(import.meta.url)(
  'botbuilder',
) as typeof Sdk;

export type { Activity };
export type ConnectorClient = ReturnType<Sdk.BotFrameworkAdapter['createConnectorClient']>;

/** Bot Framework's public cloud. */
const RETRIES = 'defaultRetryPolicy';
const MANAGED = 'UserAssignedMSI';

/** @throws Error for settings that could not be safe: without an app id the SDK lets everybody in. */
export function checkSettings({ appId, appPassword, tenantId, appType }: TeamsOptions): void {
  if (!appId.trim())
    throw new Error('TEAMS_APP_ID is empty: without it anybody could speak as Microsoft Teams.');
  if (appType !== MANAGED && !appPassword?.trim()) throw new Error('TEAMS_APP_PASSWORD is empty.');
  if (appType !== 'MultiTenant' && !tenantId?.trim()) throw new Error('TEAMS_TENANT_ID is empty.');
}

/** Verifies what comes in, and makes clients for what goes out. */
export class DeskCloudAdapter extends CloudAdapter {
  readonly #appId: string;
  readonly #clients = new Map<string, Promise<ConnectorClient>>();

  constructor(options: TeamsOptions) {
    checkSettings(options);
    const { appId, appPassword, tenantId, appType } = options;
    super(
      new ConfigurationBotFrameworkAuthentication({
        MicrosoftAppId: appId,
        MicrosoftAppPassword: appPassword ?? '',
        // Said always: where it is missing the SDK takes the multi-tenant type.
        MicrosoftAppType: appType === MANAGED ? 'UserAssignedMsi' : appType,
        MicrosoftAppTenantId: tenantId ?? '',
      }),
    );
    this.#appId = appId;
  }

  /** Calls `logic` only for an activity whose token holds. @throws whatever the token check throws, or `logic` */
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** A client that tries once: the SDK's own retries would post a card again that was accepted. */
  connector(serviceUrl: string): Promise<ConnectorClient> {
    let client = this.#clients.get(serviceUrl);
    if (!client) {
      client = this.#makeClient(serviceUrl);
      client.catch(() => this.#clients.delete(serviceUrl));
      this.#clients.set(serviceUrl, client);
    }
    return client;
  }

  async #makeClient(serviceUrl: string): Promise<ConnectorClient> {
    const identity = this.createClaimsIdentity(this.#appId);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    // Without an audience the factory asks for a token to the public channel service.
    const client = (await factory.create(serviceUrl, undefined as unknown as string)) as ConnectorClient;
    const { client: inner } = client as unknown as {
      client: { pipeline: { removePolicy(policy: { name: string }): unknown } };
    };
    inner.pipeline.removePolicy({ name: RETRIES });
    return client;
  }
}
