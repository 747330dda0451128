/** What one fills in, taps and opens. */
import AtSign from 'lucide-react/icons/at-sign'
import BookUser from 'lucide-react/icons/book-user'
import DoorOpen from 'lucide-react/icons/door-open'
import FileUp from 'lucide-react/icons/file-up'
import Lock from 'lucide-react/icons/lock'
import Monitor from 'lucide-react/icons/monitor'
import Printer from 'lucide-react/icons/printer'
import ScanLine from 'lucide-react/icons/scan-line'
import Share2 from 'lucide-react/icons/share-2'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import { useState } from 'react'
import { Band } from '../ui/band.tsx'
import { Bars, Figures } from '../ui/bars.tsx'
import { Button } from '../ui/button.tsx'
import { Chip, Chips, RemovableChip } from '../ui/chip.tsx'
import { Choices } from '../ui/choices.tsx'
import { Code } from '../ui/code.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Doorway } from '../ui/doorway.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Pick, SearchField, TextBox } from '../ui/field.tsx'
import { Hint } from '../ui/hint.tsx'
import { Icon } from '../ui/icon.tsx'
import { LeftOutGroup, LeftOutNote, LeftOutRow } from '../ui/left-out.tsx'
import { PersonRow, Rows, TickRow } from '../ui/person-row.tsx'
import { Card } from '../ui/place-card.tsx'
import { SixBoxes } from '../ui/six-boxes.tsx'
import { Steps } from '../ui/step-picture.tsx'
import { SmallSwitch, Switch } from '../ui/switch.tsx'
import { Tool, Tools } from '../ui/tool.tsx'
import { Ways } from '../ui/ways.tsx'
import { Section } from './section.tsx'

const nothing = () => undefined
const WORDS: Readonly<Record<string, string>> = {
  K: 'kite',
  R: 'rose',
  F: 'fig',
  W: 'wave',
  H: 'hat',
  N: 'nest',
  M: 'moon',
}

export const Formed = () => {
  const [code, setCode] = useState('KRFWHN')
  const [chosen, setChosen] = useState(true)
  const [on, setOn] = useState(true)
  const [many, setMany] = useState(40)
  const [way, setWay] = useState<string | undefined>('book')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Section head="Chips">
        <Chips label="Topics">
          <Chip words="gardens" chosen={false} onChange={nothing} />
          <Chip words="new in town" chosen={chosen} onChange={setChosen} />
          <Chip words="reads crime novels" sum="10+ here" chosen={false} onChange={nothing} />
          <RemovableChip words="writes" onRemove={nothing} />
        </Chips>
      </Section>
      <Section head="Fields">
        <div className="show-stack">
          <Field
            label="Or in your own words"
            help="Seen by someone who types the same."
            value=""
            onChange={nothing}
            action={{ words: 'Add', onPress: nothing }}
          />
          <Field question label="What is it called?" value="Book evening, Leeds library" onChange={nothing} />
          <Field label="Your first name" value="" onChange={nothing} error="The host lets in whoever gives a name." />
          <TextBox label="Paste" help="A list of e-mails or numbers." value="" onChange={nothing} rows={2} />
          <SearchField label="Search what this device has" value="" onChange={nothing} />
          <Choices
            label="About how many people?"
            value={many}
            onChange={setMany}
            options={[10, 40, 150, 600, 5000].map((value) => ({ value, words: value.toLocaleString('en') }))}
          />
        </div>
      </Section>
      <Section head="Six letters">
        <SixBoxes value={code} onChange={setCode} wordOf={(letter) => WORDS[letter]} read={() => undefined} />
      </Section>
      <Section head="The code">
        <div className="show-stack">
          <Code
            link="https://kith.example/r/KRFWHM"
            code="KRFWHM"
            words={['kite', 'rose', 'fig', 'wave', 'hat', 'moon']}
          />
          <Tools>
            <Tool icon={Share2} words="Send the link" onPress={nothing} />
            <Tool icon={Printer} words="Poster" href="/pieces" />
            <Tool icon={Monitor} words="Big screen" href="/pieces" />
          </Tools>
        </div>
      </Section>
      <Section head="Switches, ticks, rows">
        <div className="show-stack">
          <Switch on={on} onChange={setOn} strong={on ? 'On until 19:40' : 'Off'} soft="Then it stops by itself." />
          <Switch on={!on} onChange={(is) => setOn(!is)} strong="Off" soft="Nobody sees you." />
          <Card>
            <SmallSwitch on={on} onChange={setOn} strong="Share the story" soft="Only after you both waved" />
            <SmallSwitch on={!on} onChange={nothing} strong="Keep private" soft="Stays on this device, never counts" />
          </Card>
          <SmallSwitch
            card
            icon={<Icon of={UserRoundCheck} />}
            on={on}
            onChange={setOn}
            strong="By nod"
            soft="I see each first name before they come in"
          />
          <Rows label="Which of these is you?">
            <TickRow name="Ana Ribeiro" soft="2 numbers" ticked={chosen} onChange={setChosen} />
            <TickRow name="Ana Ribas" soft="1 number" ticked={false} onChange={nothing} />
          </Rows>
          <Rows>
            <PersonRow
              name="Carla Mendes"
              soft="2 addresses"
              end={
                <Pick
                  label="How you know Carla"
                  value="school"
                  onChange={nothing}
                  options={[{ value: 'school', words: 'School' }]}
                />
              }
            />
            <PersonRow name="Margit Sørensen" soft="1 number" />
          </Rows>
        </div>
      </Section>
      <Section head="Left out">
        <Card padding="list">
          <LeftOutGroup head="Not a person, we think">
            <LeftOutRow strong="City Taxis" soft="“Taxi” is in the name" onCounts={nothing} />
            <LeftOutRow strong="Uncle Pizza" soft="“Pizza” is in the name" counts onCounts={nothing} />
          </LeftOutGroup>
          <LeftOutGroup head="One number, two names">
            <LeftOutRow strong="0113 496 0102" soft="Rosa Adler and Paul Adler both have it." />
          </LeftOutGroup>
          <LeftOutGroup head="Only a name">
            <LeftOutNote>Four people have no number and no address.</LeftOutNote>
          </LeftOutGroup>
        </Card>
      </Section>
      <Section head="Ways">
        <Ways
          open={way}
          onOpen={setWay}
          ways={[
            {
              id: 'name',
              icon: AtSign,
              strong: 'Type your Mastodon or Bluesky name',
              soft: 'Those who follow you back',
              children: null,
            },
            {
              id: 'book',
              icon: BookUser,
              strong: 'Your whole address book',
              soft: 'Four steps on this iPhone',
              children: <Book />,
            },
            {
              id: 'file',
              icon: FileUp,
              strong: 'LinkedIn or any file',
              soft: 'Google, Outlook, Thunderbird',
              children: null,
            },
          ]}
        />
      </Section>
      <Section head="Doorways, hints, errors, the desk">
        <div className="show-stack">
          <Doorway
            primary
            icon={ScanLine}
            strong="Join a room"
            soft="Scan its code, or type six letters"
            href="/pieces"
          />
          <Doorway icon={DoorOpen} strong="Open a room here" soft="For a party, a club, a class" href="/pieces" />
          <Hint icon={Lock}>
            <b>Names stay on this device.</b> Kith is sent scrambled marks, and how you know each person.
          </Hint>
          <ErrorNote what="That did not arrive" kept="Your words are kept here." action={<Button>Try again</Button>} />
          <Figures
            label="This evening"
            figures={[
              { number: '43', words: 'people in' },
              { number: '17', words: 'introductions' },
              { number: '9', words: 'waves waiting' },
            ]}
          >
            <Bars
              minutes={[0, 0, 1, 0, 1, 2, 1, 3, 2, 4, 6, 4, 3, 2, 3, 1, 2, 2, 1, 1, 0, 1, 1, 0, 1, 0, 1]}
              caption="Joining each minute. Most: six, at 19:10."
              from="19:00"
              to="now, 19:30"
            />
          </Figures>
          <Band />
          <Button onPress={() => setAsking(true)}>Close the room</Button>
          <Confirm
            open={asking}
            head="Close the room?"
            yes="Close it"
            no="Keep it open"
            onYes={() => setAsking(false)}
            onNo={() => setAsking(false)}
          >
            <p>Waves can be answered for another day.</p>
          </Confirm>
        </div>
      </Section>
    </>
  )
}

const Book = () => (
  <>
    <Steps
      steps={[
        {
          picture: { words: 'Lists', as: 'head' },
          words: (
            <>
              Open <b>Contacts</b>. At the top, tap <b>Lists</b>.
            </>
          ),
        },
        {
          picture: { words: 'All Contacts', hold: true },
          words: (
            <>
              Put a finger on <b>All Contacts</b> and hold it there.
            </>
          ),
        },
        {
          picture: { words: 'Export', as: 'menu' },
          words: (
            <>
              Tap <b>Export</b>, then the tick.
            </>
          ),
        },
        {
          picture: { words: 'Save to Files', as: 'menu' },
          words: (
            <>
              Tap <b>Save to Files</b>. Then come back here.
            </>
          ),
        },
      ]}
    />
    <Button kind="primary" block>
      Choose that file
    </Button>
    <p className="k-note">This page waits for you, also if it is closed.</p>
  </>
)
