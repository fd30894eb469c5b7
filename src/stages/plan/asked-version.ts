import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { type Version, plansIn } from './view.ts'

/** The version that an address names; also by the id of one that was corrected since. */
export const askedVersion = ({ ctx, params }: Visit<AtTable>): Version | undefined => {
  const named = ctx.state.byId.get(params['plan'] ?? '')
  return plansIn(ctx.state).versions.find(({ plan }) => plan.id === named?.id)
}
