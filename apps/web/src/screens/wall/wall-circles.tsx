/** The circles as large as the wall, with a bead for each step of people here. */
import { beads } from '../../ui/overlap.ts'
import '../../ui/circles.css'

const R = 560
/** Half the distance of the centres, in radii: the lens has room for the code. */
const X = 0.3835
/** The beads run along the very edge, to leave the letters their room: as in a slightly larger lens about the same centres. */
const BEAD_R = 1.053 * R
const TOP = R * Math.sqrt(1 - X * X)

const round = (n: number): number => Math.round(n * 100) / 100

/** Five hundred beads would be a line. */
const MOST_BEADS = 100

/** The step of people here, none under five. */
export const beadCount = (step: number): number => (step < 5 ? 0 : Math.min(step, MOST_BEADS))

export const WallCircles = ({ people }: { people: number }) => (
  <svg className="k-circles k-circles-introduced wall-circles" viewBox="-960 -540 1920 1080" aria-hidden="true">
    <circle className="k-mine" cx={-X * R} cy={0} r={R} />
    <circle className="k-theirs" cx={X * R} cy={0} r={R} />
    <circle className="k-rim" cx={-X * R} cy={0} r={R * 0.9} />
    <circle className="k-rim" cx={X * R} cy={0} r={R * 0.9} />
    <path
      className="k-ours"
      d={`M0 ${-round(TOP)}A${R} ${R} 0 0 1 0 ${round(TOP)}A${R} ${R} 0 0 1 0 ${-round(TOP)}Z`}
    />
    {beads(beadCount(people), BEAD_R, (X * R) / BEAD_R).map((bead) => (
      <circle
        key={`${bead.x} ${bead.y}`}
        className="k-bead"
        cx={round(bead.x)}
        cy={round(bead.y)}
        r={beadSize(people)}
      />
    ))}
  </svg>
)

const beadSize = (people: number): number => (people <= 25 ? 9 : people <= 50 ? 7 : 4.6)
