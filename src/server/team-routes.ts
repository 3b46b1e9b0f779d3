// The routes that only a team's server has: its people, their teams, and what they do with each other.

import { addAuditRoutes } from './audit/audit.ts'
import { addErasureRoutes } from './audit/erasures.ts'
import { addCalibrationRoutes } from './calibration/calibration.ts'
import { addPreparationRoutes } from './conversation/preparations.ts'
import type { Routes } from './define-route.ts'
import { addOpportunityRoutes } from './opportunity/opportunities.ts'
import { addOwnWorkRoutes } from './opportunity/own-work.ts'
import { addUndoWorkRoutes } from './opportunity/undo-work.ts'
import { addWorkGivenRoutes } from './opportunity/work-given.ts'
import { addAdminGrantRoutes } from './organisation/admin-grants.ts'
import { addDirectoryTokenRoutes } from './organisation/directory-tokens.ts'
import { addListChangeRoutes } from './organisation/list-changes.ts'
import { addMemberRoutes } from './organisation/members.ts'
import { addPeopleAdminRoutes } from './organisation/people-admin.ts'
import { addPeopleFileRoutes } from './organisation/people-files.ts'
import { addSheetRoutes } from './organisation/sheet.ts'
import { addTeamAdminRoutes } from './organisation/team-admin.ts'
import { addViewSwitchRoutes } from './organisation/view-switches.ts'
import { addHeldRoutes } from './person/held.ts'
import { addJoiningRoutes } from './person/joinings.ts'
import { addAgreementRoutes } from './round/agreements.ts'
import { addAskedRoutes } from './round/asked.ts'
import { addAskRoutes } from './round/asks.ts'
import { addGivenRoutes } from './round/given.ts'
import { addOpeningRoutes } from './round/openings.ts'
import { addRoundPartRoutes } from './round/round-parts.ts'
import { addRoundRoutes } from './round/rounds.ts'
import { addSealedRoundRoutes } from './round/sealed-rounds.ts'
import { addReleaseRoutes } from './sealing/releases.ts'
import { addHandoverRoutes } from './share/handovers.ts'
import { addTeamMapRoutes } from './team-map/team-map.ts'
import { addAsSeenByRoutes } from './who-sees/as-seen-by.ts'
import { addWhoSeesRoutes } from './who-sees/who-sees.ts'

export function addTeamRoutes(routes: Routes): void {
  addMemberRoutes(routes)
  addHandoverRoutes(routes)
  addTeamMapRoutes(routes)
  addPreparationRoutes(routes)
  addPeopleAdminRoutes(routes)
  addListChangeRoutes(routes)
  addTeamAdminRoutes(routes)
  addAdminGrantRoutes(routes)
  addPeopleFileRoutes(routes)
  addDirectoryTokenRoutes(routes)
  addSheetRoutes(routes)
  addWhoSeesRoutes(routes)
  addAsSeenByRoutes(routes)
  addViewSwitchRoutes(routes)
  addAuditRoutes(routes)
  addErasureRoutes(routes)
  addReleaseRoutes(routes)
  addSealedRoundRoutes(routes)
  addWorkGivenRoutes(routes)
  addUndoWorkRoutes(routes)
  addOwnWorkRoutes(routes)
  addOpportunityRoutes(routes)
  addCalibrationRoutes(routes)
  addAskRoutes(routes)
  addAskedRoutes(routes)
  addGivenRoutes(routes)
  addJoiningRoutes(routes)
  addHeldRoutes(routes)
  addRoundRoutes(routes)
  addRoundPartRoutes(routes)
  addOpeningRoutes(routes)
  addAgreementRoutes(routes)
}
