// The one style sheet of a site: the program's own, and what only a site has.
import '../web/styles/index.css'
import '../web/styles/map.css'
import '../web/pages/about-skills.css'
import '../web/pages/compare.css'
import '../web/pages/move.css'
import '../web/pages/role.css'
import '../web/pages/skill.css'
import './site.css'
