import { type Answer, crewMember } from '../../src/analysis/uncertainty/crew.ts';

/** Runs members for whoever is at the other end of a port. */
export function serve(port: MessagePort): void {
  const hear = crewMember((answer: Answer, transfer) => port.postMessage(answer, transfer));
  port.onmessage = ({ data }) => hear(data);
}
