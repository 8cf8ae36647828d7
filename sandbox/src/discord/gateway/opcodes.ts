import { GatewayOpcodes } from 'discord-api-types/v10';
import type { RouteLedger } from '../../routes/route-ledger';

const service = 'Discord Gateway';

/** Who may send which opcode, as far as it is emulated. */
const received = [
  GatewayOpcodes.Heartbeat,
  GatewayOpcodes.Identify,
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.Resume,
] as const;
const sent = [
  GatewayOpcodes.Dispatch,
  GatewayOpcodes.Reconnect,
  GatewayOpcodes.InvalidSession,
  GatewayOpcodes.Hello,
  GatewayOpcodes.HeartbeatAck,
] as const;

const receives = (opcode: GatewayOpcodes) => `receives ${opcode} ${GatewayOpcodes[opcode]}`;
const sends = (opcode: GatewayOpcodes) => `sends ${opcode} ${GatewayOpcodes[opcode]}`;

/** Makes the gateway's opcodes known to the route table. */
export function declareOpcodes(routes: RouteLedger): void {
  for (const route of [...received.map(receives), ...sent.map(sends)]) {
    routes.declare({ service, route, contract: 'discord-api-types v10' });
  }
}

export function countReceived(routes: RouteLedger, opcode: (typeof received)[number]): void {
  routes.hit(service, receives(opcode));
}

export function countSent(routes: RouteLedger, opcode: (typeof sent)[number]): void {
  routes.hit(service, sends(opcode));
}
