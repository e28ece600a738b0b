// Made from templates/ by scripts/embed-templates.ts. Edit the templates and run `npm run generate`.

import type { Template } from './types.js';

/** The built-in templates by name. */
export const BUILTIN_TEMPLATES: Readonly<Record<string, Template>> = {
  "chair": {
    "manifest": {
      "name": "chair",
      "description": "For chairs and committees: the record at a glance first, the facts in the form's own order, and the signers.",
      "contract": 1,
      "extends": "classic",
      "sections": [
        {
          "partial": "brief",
          "start": "page",
          "fit": "page"
        },
        {
          "partial": "at-a-glance",
          "start": "page"
        },
        {
          "partial": "form-facts",
          "start": "flow"
        },
        {
          "partial": "record",
          "start": "flow"
        },
        {
          "partial": "our-work",
          "start": "flow"
        },
        {
          "partial": "international",
          "start": "flow"
        },
        {
          "partial": "story",
          "start": "flow"
        },
        {
          "partial": "destination",
          "start": "flow"
        },
        {
          "partial": "statement",
          "start": "flow"
        },
        {
          "partial": "request-letter",
          "start": "flow",
          "fit": "page"
        },
        {
          "partial": "purpose",
          "start": "flow"
        },
        {
          "partial": "us-letters",
          "start": "flow"
        },
        {
          "partial": "submitting",
          "start": "flow"
        },
        {
          "partial": "dates",
          "start": "flow"
        },
        {
          "partial": "writing-guide",
          "start": "flow"
        },
        {
          "partial": "appendices",
          "start": "flow"
        }
      ],
      "theme": {
        "page": {
          "margins": {
            "top": 58,
            "right": 60,
            "bottom": 52,
            "left": 60
          },
          "side": 112,
          "gutter": 20
        },
        "fonts": {
          "body": "Source Serif 4",
          "heading": "Source Serif 4",
          "table": "Source Serif 4"
        },
        "text": {
          "size": 10,
          "leading": 13,
          "grid": true
        },
        "colors": {
          "text": "#1a1a1a",
          "muted": "#565656",
          "accent": "#6b1424",
          "rule": "#b8b0a8",
          "tint": "#f7f4ef",
          "warning": "#8a2b0e"
        },
        "style": {
          "callout": "outline",
          "sections": "rule"
        }
      }
    },
    "files": {
      "partials/at-a-glance.md.hbs": "# The record at a glance\n\n:::facts\nApplicant: {{applicant.name}}{{#if applicant.credentials}}, {{applicant.credentials}}{{/if}}{{#if applicant.native}} · {{applicant.native.text}}{{/if}}\nMedical school: {{applicant.school}}{{#if applicant.schoolPlace}}, {{applicant.schoolPlace}}{{/if}}{{#if applicant.graduation}}, {{applicant.graduation}}{{/if}}\nLetter for: {{request.forWhat}}\nTraining: {{#each (first cv.training 3)}}{{title}}, {{institution}}{{#if period}} ({{period}}){{/if}}{{#unless @last}}; {{/unless}}{{/each}}\nECFMG: {{#if img}}{{img.ecfmg}}{{/if}}\nExperiences: {{#if cv.experiences}}{{#if (gt (count cv.experiences) 1)}}{{count cv.experiences}}, among them {{/if}}{{#each (first cv.experiences 1)}}{{title}}, {{organization}}{{#if period}} ({{period}}){{/if}}{{/each}}{{/if}}\nScholarly work: {{#if cv.scholarlyWork}}{{#if (gt (count cv.scholarlyWork) 1)}}{{count cv.scholarlyWork}}, among them {{/if}}{{#each (first cv.scholarlyWork 1)}}“{{title}}” ({{join-with \", \" type year}}){{/each}}{{/if}}\nAwards: {{#if cv.awards}}{{#each (first cv.awards 3)}}{{name}}{{#if year}} ({{year}}){{/if}}{{#unless @last}}; {{/unless}}{{/each}}{{/if}}\nExaminations: {{#each cv.exams}}{{name}}{{#if result}}: {{result}}{{/if}}{{#unless @last}}; {{/unless}}{{/each}}\nLanguages: {{join applicant.languages \", \"}}\n:::\n\n{{#if work}}\n## {{#if (eq emphasis \"record\")}}Seen by you or your colleagues{{else}}Seen by you{{/if}}\n\n{{#each work}}\n- **{{title}}**{{#if period}}, {{period}}{{/if}}{{#if role}}: {{role}}{{/if}}\n{{/each}}\n{{/if}}\n",
      "partials/brief.md.hbs": "::::detail order=5 to=\"request-letter our-work purpose\" name=\"names in full\" heading=\"Names in full\"\n# {{#if request.chairLetter}}Department letter{{else}}Letter{{/if}} for {{applicant.name}}\n\n:::lead\n{{request.kind}}, {{request.forWhat}}, {{request.season}}\n:::\n:::short\n# {{#if request.chairLetter}}Department letter{{else}}Letter{{/if}} for {{excerpt applicant.name 80}}\n\n:::lead\n{{excerpt request.kind 60}}, {{excerpt request.forWhat 60}}\n:::\n:::moved\n:::facts\nApplicant: {{applicant.name}}\nWriter: {{join-with \", \" writer.name writer.position writer.institution}}\n:::\n::::\n\n::::::callout tone=key\n{{#if applicant.photo}}\n:::::photo height=98 alt=\"{{applicant.photo}}\"\n{{/if}}\n::::detail order=5 to=\"request-letter our-work purpose\" name=\"the department in full\"\n:::facts\nFor: {{writer.name}}{{#if writer.position}}, {{writer.position}}{{/if}}\n{{#if writer.department}}Department{{else}}Institution{{/if}}: {{join-with \", \" writer.department writer.institution}}\n:::\n:::short\n:::facts\nFor: {{excerpt writer.name 80}}\n{{#if writer.department}}Department{{else}}Institution{{/if}}: {{excerpt (join-with \", \" writer.department writer.institution) 90}}\n:::\n:::moved\n:::facts\n{{#if writer.department}}Department{{else}}Institution{{/if}}: {{join-with \", \" writer.department writer.institution}}\n:::\n::::\n\n{{> brief/facts}}\n{{#if applicant.photo}}\n:::::\n{{/if}}\n::::::\n\n{{> brief/points}}\n\n{{> brief/sending}}\n\n{{> brief/thanks}}\n\n{{> brief/contact}}\n",
      "partials/form-facts.md.hbs": "{{#if form}}\n# Facts for {{request.asked}}\n\n{{form.fullName}}. {{form.note}}\n\n:::facts\n{{#each form.questions}}\n{{label}}: {{value}}\n{{/each}}\n:::\n{{/if}}\n",
      "partials/purpose.md.hbs": "{{#unless request.isUploaded}}\n# What this letter is for\n\n{{#each guidance.purpose}}\n- {{this}}\n{{/each}}\n\n## What you can say that others cannot\n\n{{#each guidance.role}}\n- {{this}}\n{{/each}}\n\n{{#if guidance.reader}}\n## What its readers ask\n\n{{#each guidance.reader}}\n- {{this}}\n{{/each}}\n{{/if}}\n{{/unless}}\n"
    }
  },
  "classic": {
    "manifest": {
      "name": "classic",
      "description": "Serif, quiet, letter-like: every section, with headings and dates in a side column.",
      "contract": 1,
      "sections": [
        {
          "partial": "brief",
          "start": "page",
          "fit": "page"
        },
        {
          "partial": "request-letter",
          "start": "page"
        },
        {
          "partial": "our-work",
          "start": "page"
        },
        {
          "partial": "purpose",
          "start": "flow"
        },
        {
          "partial": "us-letters",
          "start": "flow"
        },
        {
          "partial": "destination",
          "start": "flow"
        },
        {
          "partial": "international",
          "start": "flow"
        },
        {
          "partial": "story",
          "start": "flow"
        },
        {
          "partial": "record",
          "start": "flow"
        },
        {
          "partial": "statement",
          "start": "flow"
        },
        {
          "partial": "submitting",
          "start": "flow"
        },
        {
          "partial": "dates",
          "start": "flow"
        },
        {
          "partial": "writing-guide",
          "start": "flow"
        },
        {
          "partial": "appendices",
          "start": "flow"
        }
      ],
      "orders": {
        "scholarship": [
          {
            "partial": "brief",
            "start": "page",
            "fit": "page"
          },
          {
            "partial": "request-letter",
            "start": "page"
          },
          {
            "partial": "scholarly-work",
            "start": "page"
          },
          {
            "partial": "our-work",
            "start": "flow"
          },
          {
            "partial": "purpose",
            "start": "flow"
          },
          {
            "partial": "us-letters",
            "start": "flow"
          },
          {
            "partial": "story",
            "start": "flow"
          },
          {
            "partial": "destination",
            "start": "flow"
          },
          {
            "partial": "record-after-scholarship",
            "start": "flow"
          },
          {
            "partial": "international",
            "start": "flow"
          },
          {
            "partial": "statement",
            "start": "flow"
          },
          {
            "partial": "submitting",
            "start": "flow"
          },
          {
            "partial": "dates",
            "start": "flow"
          },
          {
            "partial": "writing-guide",
            "start": "flow"
          },
          {
            "partial": "appendices",
            "start": "flow"
          }
        ],
        "record": [
          {
            "partial": "brief",
            "start": "page",
            "fit": "page"
          },
          {
            "partial": "request-letter",
            "start": "page"
          },
          {
            "partial": "purpose",
            "start": "page"
          },
          {
            "partial": "record",
            "start": "flow"
          },
          {
            "partial": "international",
            "start": "flow"
          },
          {
            "partial": "statement",
            "start": "flow"
          },
          {
            "partial": "our-work",
            "start": "flow"
          },
          {
            "partial": "story",
            "start": "flow"
          },
          {
            "partial": "us-letters",
            "start": "flow"
          },
          {
            "partial": "destination",
            "start": "flow"
          },
          {
            "partial": "submitting",
            "start": "flow"
          },
          {
            "partial": "dates",
            "start": "flow"
          },
          {
            "partial": "writing-guide",
            "start": "flow"
          },
          {
            "partial": "appendices",
            "start": "flow"
          }
        ]
      },
      "theme": {
        "page": {
          "margins": {
            "top": 54,
            "right": 54,
            "bottom": 48,
            "left": 54
          },
          "side": 120,
          "gutter": 20
        },
        "text": {
          "size": 10,
          "leading": 13,
          "grid": true
        }
      }
    },
    "files": {
      "packet.md.hbs": "{{> sections}}\n",
      "partials/appendices.md.hbs": "{{#if appendices}}\n# Appendices\n\n| Pages | Document |\n|:--|:--|\n{{#each appendices}}\n{{#if label}}\n| {{pages}} | {{title}} |\n{{/if}}\n{{#if isAttached}}\n| Attached file | {{title}} |\n{{/if}}\n{{/each}}\n\n{{#each appendices}}\n{{#if missing}}\n:::callout\n**{{title}}: not in this packet.** {{missing}} Please ask me for it at {{@root.applicant.email}}, and I will send it to you.\n:::\n\n{{/if}}\n{{/each}}\n{{/if}}\n",
      "partials/brief.md.hbs": "::::detail order=5 to=\"request-letter our-work purpose\" name=\"names in full\" heading=\"Names in full\"\n# A letter of recommendation for {{applicant.name}}\n\n:::lead\nBriefing for {{writer.name}}<br>{{#if writer.position}}{{writer.position}}, {{/if}}{{writer.institution}}\n:::\n:::short\n# A letter of recommendation for {{excerpt applicant.name 80}}\n\n:::lead\nBriefing for {{excerpt writer.name 80}}\n:::\n:::moved\n:::facts\nApplicant: {{applicant.name}}\nWriter: {{join-with \", \" writer.name writer.position writer.institution}}\n:::\n::::\n\n::::::callout tone=key\n{{#if applicant.photo}}\n:::::photo height=98 alt=\"{{applicant.photo}}\"\n{{/if}}\n{{> brief/facts}}\n{{#if applicant.photo}}\n:::::\n{{/if}}\n::::::\n\n{{> brief/points}}\n\n{{> brief/sending}}\n\n{{> brief/thanks}}\n\n{{> brief/contact}}\n",
      "partials/brief/contact.md.hbs": "## How to reach me\n\n::::detail order=2 to=\"submitting request-letter\" name=\"how to reach me, in full\" heading=\"How to reach me\"\n:::facts\nName: {{applicant.name}}{{#if applicant.credentials}}, {{applicant.credentials}}{{/if}}{{#if applicant.pronouns}} ({{applicant.pronouns}}){{/if}}{{#if applicant.native}} · {{applicant.native.text}}{{/if}}\nPronounced: {{applicant.pronunciation}}\nE-mail: [{{applicant.email}}](mailto:{{applicant.email}})\nTelephone: {{applicant.phone}}\nSchool: {{applicant.school}}{{#if applicant.schoolPlace}}, {{applicant.schoolPlace}}{{/if}}{{#if applicant.graduation}}, {{applicant.graduation}}{{/if}}\n:::\n:::short\n:::facts\nE-mail: [{{applicant.email}}](mailto:{{applicant.email}})\nTelephone: {{excerpt applicant.phone 60}}\n:::\n::::\n\n{{#unless request.isUploaded}}\nIf you cannot write a strong letter, or need more time, please tell me: I will understand, and I thank you for saying so.\n{{/unless}}\n",
      "partials/brief/facts.md.hbs": "::::detail order=6 to=\"submitting request-letter\" name=\"the request in full\" heading=\"The request in full\"\n:::facts\nLetter: **{{request.kind}}** for **{{request.forWhat}}**{{#if request.chairLetter}}, the department chair letter{{/if}}{{#if request.newVersion}}, a new version of your earlier letter{{/if}}\n{{#if request.isUploaded}}\nStatus: **Uploaded**, as of {{issued.text}}\n{{else}}\nPlease send it by: **{{#if request.target.weekday}}{{request.target.weekday}}, {{/if}}{{request.target.text}}** ({{request.due}}, as of {{issued.text}})\n{{/if}}\nTo: {{request.portal}}, {{request.season}}\n{{request.idLabel}}: {{#if request.letterId}}`{{request.letterId}}`{{/if}}\nMy AAMC ID: {{#if applicant.aamcId}}`{{applicant.aamcId}}`{{/if}}\nWaiver: {{request.waiverShort}}\nSigned by: {{#each writer.signers}}{{this}}{{#unless @last}}<br>{{/unless}}{{/each}}\n:::\n:::short\n:::facts\nLetter: **{{excerpt request.kind 60}}** for **{{excerpt request.forWhat 60}}**\n{{#if request.isUploaded}}\nStatus: **Uploaded**, as of {{issued.text}}\n{{else}}\nPlease send it by: **{{#if request.target.weekday}}{{request.target.weekday}}, {{/if}}{{request.target.text}}** ({{request.due}}, as of {{issued.text}})\n{{/if}}\nTo: {{excerpt request.portal 80}}, {{request.season}}\n{{request.idLabel}}: {{#if request.letterId}}`{{excerpt request.letterId 60}}`{{/if}}\nMy AAMC ID: {{#if applicant.aamcId}}`{{applicant.aamcId}}`{{/if}}\nWaiver: {{excerpt request.waiverShort 60}}\n:::\n:::moved\n:::facts\nLetter: {{request.kind}} for {{request.forWhat}}{{#if request.chairLetter}}, the department chair letter{{/if}}{{#if request.newVersion}}, a new version of your earlier letter{{/if}}\nTo: {{request.portal}}, {{request.season}}\n{{request.idLabel}}: {{#if request.letterId}}`{{request.letterId}}`{{/if}}\nWaiver: {{request.waiverShort}}\nSigned by: {{#each writer.signers}}{{this}}{{#unless @last}}<br>{{/unless}}{{/each}}\n:::\n::::\n",
      "partials/brief/points.md.hbs": "{{#if (and points (not request.isUploaded))}}\n## Points this letter could make\n\n{{#if (eq emphasis \"record\")}}Only where you agree, from what you or your colleagues saw:{{else}}Only where you agree and saw it yourself:{{/if}}\n\n::::detail order=1 to=\"our-work purpose\" name=\"what supports the points\" heading=\"Points this letter could make\"\n{{#each points}}\n1. **{{point}}**{{#if because}} {{because}}{{/if}}\n{{/each}}\n:::short\n:::detail order=4 name=\"the points in full\"\n{{#each points}}\n1. **{{point}}**\n{{/each}}\n:::short\n{{#each points}}\n1. **{{excerpt point 100}}**\n{{/each}}\n:::\n::::\n{{/if}}\n",
      "partials/brief/sending.md.hbs": "{{#if submitting}}\n## {{#if request.isUploaded}}Your letter is in{{else}}How to send it{{/if}}\n\n{{#if request.isUploaded}}\n{{#each submitting.short}}\n{{this}}\n\n{{/each}}\n{{else}}\n:::::detail order=3 to=\"submitting\" name=\"the steps\" heading=\"In short\"\n::::qr url=\"{{request.portalUrl}}\" size=52\n{{#each submitting.short}}\n1. {{this}}\n{{/each}}\n::::\n\n{{#if request.portalUrl}}\n:::facts\nUpload page: [{{request.portalUrl}}]({{request.portalUrl}})\n:::\n{{/if}}\n:::short\nThe steps, and where to upload, stand under “Sending the {{#if request.isStandardized}}form{{else}}letter{{/if}}”.\n:::::\n{{/if}}\n{{/if}}\n",
      "partials/brief/thanks.md.hbs": "{{#if request.isUploaded}}\n## With thanks\n\nDear {{writer.addressAs}},\n\nYour letter for my {{request.season}} application to {{request.inText}} is in, and I thank you for it. I send you this packet so that you have what I told you, and my record as it stands.\n\n{{{md whyYou}}}\n\n{{#if note}}\n{{{md note}}}\n\n{{/if}}\nThank you for your time, and for what I learned from you. I will tell you how the Match went.\n\nWith respect,\n\n**{{applicant.name}}**{{#if applicant.credentials}}, {{applicant.credentials}}{{/if}}\n{{/if}}\n",
      "partials/dates.md.hbs": "# Dates\n\n{{#if datesNote}}\n:::muted\n{{datesNote}}\n:::\n{{/if}}\n\n:::timeline today=\"{{issued.iso}}\"\n{{#each timeline}}\n{{on}} | {{label}} | {{kind}}{{#if expected}} expected{{/if}}\n{{/each}}\n:::\n\n| Date | What |\n|:--|:--|\n{{#each dates}}\n| {{#if (eq kind \"target\")}}**{{date.text}}**{{else}}{{date.text}}{{/if}}{{#if expected}} (expected){{/if}} | {{#if (eq kind \"target\")}}**{{label}}**{{else}}{{label}}{{/if}} |\n{{/each}}\n",
      "partials/destination.md.hbs": "{{#if destination.total}}\n# Where it is going\n\n{{#if (gt (count destination.bySpecialty) 1)}}This letter goes to {{destination.total}} programs. {{/if}}{{#unless destination.programs}}I keep the names of the programs to myself, as the Match allows; this is what they have in common.{{/unless}}\n\n{{#each destination.bySpecialty}}\n:::facts\n{{specialty}}: **{{this.count}} {{plural this.count \"program\" \"programs\"}}**{{#if types}}: {{types}}{{/if}}\nWhere: {{regions}}\nKnown for: {{join focus \", \"}}\n:::\n\n{{/each}}\n{{#each goals}}\n{{#if lookingFor}}\n## {{#if (gt (count ../goals) 1)}}{{specialty}}: what I look for{{else}}What I look for{{/if}}\n\n{{#each lookingFor}}\n- {{this}}\n{{/each}}\n\n{{/if}}\n{{/each}}\n{{#if destination.programs}}\n## The programs\n\n{{#if (gt (count destination.bySpecialty) 1)}}\n| Program | Place | Specialty | Type |\n|:--|:--|:--|:--|\n{{#each destination.programs}}\n| {{institution}} | {{place}} | {{specialty}} | {{type}} |\n{{/each}}\n{{else}}\n| Program | Place | Type |\n|:--|:--|:--|\n{{#each destination.programs}}\n| {{institution}} | {{place}} | {{type}} |\n{{/each}}\n{{/if}}\n{{/if}}\n{{/if}}\n",
      "partials/international.md.hbs": "{{#if img}}\n# International background\n\n{{#if img.trainingSystem}}\n## Where I trained\n\n{{#each (paragraphs img.trainingSystem)}}\n{{this}}\n\n{{/each}}\n{{/if}}\n\n{{#if img.grading}}\n**Grades.** {{img.grading}}\n{{/if}}\n\n{{#if img.ownGrades}}\n**My grades.** {{img.ownGrades}}\n{{/if}}\n\n:::facts\nECFMG: {{img.ecfmg}}\nLanguages: {{join applicant.languages \", \"}}\nVisa: {{img.visa}}\n:::\n\n{{#if img.usce}}\n## Experience in the United States\n\n| Site | Kind and service | Dates | Role |\n|:--|:--|:--|:--|\n{{#each img.usce}}\n| {{#if withWriter}}**{{site}}** (with you){{else}}{{site}}{{/if}}{{#if place}}, {{place}}{{/if}} | {{kind}}: {{specialty}} | {{period}} | {{handsOn}}{{#if hours}}, {{hours}}{{/if}} |\n{{/each}}\n\n{{#if (gt (count charts.usce) 1)}}\n:::chart today=\"{{issued.iso}}\" axis=\"{{charts.axis}}\"\n{{#each charts.usce}}\n{{from}} | {{to}} | {{label}} | {{kind}}\n{{/each}}\n:::\n{{/if}}\n{{/if}}\n\n{{#if img.limitedUsExperience}}\n{{#each (paragraphs img.limitedUsExperience)}}\n{{this}}\n\n{{/each}}\n{{/if}}\n\n{{#if img.strengths}}\n## What it brings\n\n{{#each img.strengths}}\n- {{this}}\n{{/each}}\n{{/if}}\n\n{{#if img.adaptability}}\n## How I adapted\n\n{{#each img.adaptability}}\n- {{this}}\n{{/each}}\n{{/if}}\n\n{{#if img.gaps}}\n## Time between positions\n\n{{#each img.gaps}}\n**{{period}}.** {{explanation}}\n\n{{/each}}\n{{/if}}\n{{#if img.notes}}\n## Notes for your letter\n\n{{#each img.notes}}\n- {{this}}\n{{/each}}\n{{/if}}\n{{/if}}\n",
      "partials/our-work.md.hbs": "{{#if (or work moments feedback)}}\n# Our work together\n\n{{relationship.summary}}{{#if relationship.knownSince}} You have known me since {{relationship.knownSince}}{{#if relationship.contact}}, and you saw my work {{relationship.contact}}{{/if}}.{{/if}} Patients are de-identified throughout.\n\n{{#if (gt (count charts.work) 2)}}\n:::chart today=\"{{issued.iso}}\" axis=\"{{charts.axis}}\"\n{{#each charts.work}}\n{{from}} | {{to}} | {{label}} | {{kind}}\n{{/each}}\n:::\n{{/if}}\n\n{{#each work}}\n## {{title}}\n\n:::facts\n{{kind}}: {{join-with \", \" site period}}\nSetting: {{join-with \", \" setting handsOn}}\nTime: {{join-with \". \" hours contact}}\nMy part: {{role}}\n:::\n\n{{#each did}}\n- {{this}}\n{{/each}}\n\n{{/each}}\n{{#if moments}}\n## Moments you saw\n\n{{#each moments}}\n:::entry\n**{{title}}** | {{when}}\n | {{#if competencies}}Shows {{competencies}}{{/if}}\n\n*The situation.* {{situation}}\n\n*What I did.* {{action}}\n\n*What came of it.* {{result}}\n:::\n\n{{/each}}\n{{/if}}\n{{#if feedback}}\n## Feedback you gave me\n\n{{#each feedback}}\n> “{{text}}”{{#if source}} ({{source}}){{/if}}\n\n{{/each}}\n{{/if}}\n{{/if}}\n",
      "partials/purpose.md.hbs": "{{#unless request.isUploaded}}\n# What this letter is for\n\n{{#each guidance.purpose}}\n- {{this}}\n{{/each}}\n\n## What you can say that others cannot\n\n{{#each guidance.role}}\n- {{this}}\n{{/each}}\n\n{{#if guidance.reader}}\n## What its readers ask\n\n{{#each guidance.reader}}\n- {{this}}\n{{/each}}\n{{/if}}\n\n{{#if form}}\n## Facts for {{request.asked}}\n\nThe form: {{form.fullName}}. {{form.note}}\n\n:::facts\n{{#each form.questions}}\n{{label}}: {{value}}\n{{/each}}\n:::\n{{/if}}\n{{/unless}}\n",
      "partials/record-after-scholarship.md.hbs": "# Curriculum vitae\n\n:::muted\n{{applicant.name}}{{#if applicant.credentials}}, {{applicant.credentials}}{{/if}}<br>{{join-with \" · \" applicant.email applicant.phone applicant.place}}{{#if cv.marksMostMeaningful}}<br>◆ marks what I named most meaningful.{{/if}}\n:::\n\n{{> record/education}}\n\n{{> record/experiences}}\n\n{{> record/further}}\n",
      "partials/record.md.hbs": "# Curriculum vitae\n\n:::muted\n{{applicant.name}}{{#if applicant.credentials}}, {{applicant.credentials}}{{/if}}<br>{{join-with \" · \" applicant.email applicant.phone applicant.place}}{{#if cv.marksMostMeaningful}}<br>◆ marks what I named most meaningful.{{/if}}\n:::\n\n{{> record/education}}\n\n{{> record/experiences}}\n\n{{#if cv.scholarlyWork}}\n## Scholarly work\n\n{{> record/scholarly-entries}}\n{{/if}}\n\n{{> record/further}}\n",
      "partials/record/education.md.hbs": "## Medical education\n\n{{#each cv.medicalEducation}}\n:::entry\n**{{institution}}**{{#if native}} · {{native.text}}{{/if}} | {{period}}\n{{join-with \", \" degree}} | {{place}}\n\n{{#if (or detail honors)}}\n::::small\n{{#if detail}}{{detail}}.{{/if}}{{#if honors}} {{join honors \"; \"}}.{{/if}}\n::::\n{{/if}}\n:::\n\n{{/each}}\n{{#if cv.training}}\n## Postgraduate training\n\n{{#each cv.training}}\n:::entry\n**{{title}}** | {{period}}\n{{institution}}{{#if native}} · {{native.text}}{{/if}} | {{place}}\n\n{{#if detail}}\n::::small\n{{detail}}\n::::\n{{/if}}\n:::\n\n{{/each}}\n{{/if}}\n{{#if cv.education}}\n## Other education\n\n{{#each cv.education}}\n:::entry\n**{{institution}}**{{#if native}} · {{native.text}}{{/if}} | {{period}}\n{{degree}} | {{place}}\n{{#if honors}}\n\n::::small\n{{join honors \"; \"}}\n::::\n{{/if}}\n:::\n\n{{/each}}\n{{/if}}\n",
      "partials/record/experiences.md.hbs": "{{#if cv.experiences}}\n## Experiences\n\n{{#each cv.experiences}}\n:::entry\n**{{title}}**{{#if mostMeaningful}} ◆{{/if}} | {{period}}\n{{organization}} | {{place}}\n | {{facts}}{{#if characteristic}}; {{characteristic}}{{/if}}\n\n::::small\n{{description}}\n\n{{#if mostMeaningful}}\n*Most meaningful.* {{mostMeaningful}}\n{{/if}}\n::::\n:::\n\n{{/each}}\n{{/if}}\n",
      "partials/record/further.md.hbs": "{{#unless img}}\n{{#if cv.usce}}\n## Clinical experience\n\n| Site | Kind and service | Dates | Role |\n|:--|:--|:--|:--|\n{{#each cv.usce}}\n| {{site}}{{#if place}}, {{place}}{{/if}} | {{kind}}: {{specialty}} | {{period}} | {{handsOn}} |\n{{/each}}\n{{/if}}\n{{/unless}}\n\n{{#if cv.awards}}\n## Awards and honors\n\n{{#each cv.awards}}\n:::entry\n**{{name}}**{{#if by}}, {{by}}{{/if}} | {{year}}\n{{detail}} |\n:::\n\n{{/each}}\n{{/if}}\n{{#if cv.exams}}\n## Examinations\n\n| Examination | Year | Result |\n|:--|:--|:--|\n{{#each cv.exams}}\n| {{name}} | {{year}} | {{result}} |\n{{/each}}\n{{/if}}\n\n{{#if (or cv.licensure cv.memberships cv.languages)}}\n## Additional information\n\n:::facts\nCertificates: {{#each cv.licensure}}{{name}}{{#if issuer}}, {{issuer}}{{/if}}{{#if period}}, {{period}}{{/if}}{{#unless @last}}; {{/unless}}{{/each}}\nMemberships: {{join cv.memberships \"; \"}}\nLanguages: {{join cv.languages \", \"}}\n:::\n{{/if}}\n\n{{#if cv.impactfulExperience}}\n## Impactful experience\n\n{{#each (paragraphs cv.impactfulExperience)}}\n{{this}}\n\n{{/each}}\n{{/if}}\n",
      "partials/record/scholarly-entries.md.hbs": "{{#each cv.scholarlyWork}}\n:::entry\n**{{title}}**{{#if mostMeaningful}} ◆{{/if}} | {{year}}\n{{authorsBefore}}{{#if me}}**{{me}}**{{/if}}{{authorsAfter}}{{#if venue}}. *{{venue}}*{{/if}}{{#if identifier}}. `{{identifier}}`{{/if}} | {{type}}{{#if status}}, {{status}}{{/if}}\n:::\n\n{{/each}}\n",
      "partials/request-letter.md.hbs": "{{#unless request.isUploaded}}\n# My request\n\n{{issued.text}}\n\nDear {{writer.addressAs}},\n\n{{#if request.newVersion}}\nYou wrote a letter for me in an earlier season, for which I remain grateful. May I ask you for a new version, as {{request.asked}}, for my {{request.season}} application to {{request.inText}}?\n{{else}}\nI am applying for residency in {{request.inText}} in the {{request.season}} season, and I would be honored if you wrote {{request.asked}} for me{{#if request.chairLetter}}, as the letter of your department{{/if}}.\n{{/if}}\n\n{{{md whyYou}}}\n\n{{#each goals}}\n{{#if (gt (count ../goals) 1)}}\n**{{specialty}}.** {{goals}}\n\n{{else}}\n{{goals}}\n\n{{/if}}\n{{/each}}\n{{#if help}}\n{{{md help}}}\n{{/if}}\n\n{{#if request.agreedOn}}\nYou kindly agreed on {{request.agreedOn.text}}; {{#if request.isStandardized}}the form{{else}}the letter{{/if}} is needed by **{{request.target.text}}**.\n{{else}}\n{{#if request.isStandardized}}The form{{else}}The letter{{/if}} would be needed by **{{request.target.text}}**. If another date suits you better, please name it.\n{{/if}}\nThe first page says in short what is asked and how to send it; what follows is there for when you write: {{#if (or work moments)}}our work together, {{/if}}what this letter is for{{#if form}} and the facts that the form asks for{{/if}}, my record{{#if statement}}, my personal statement{{/if}}, and the steps of the portal. Please use what helps and leave the rest. I have written none of it as text for your letter: the words and the judgment are yours.\n\n{{#if note}}\n{{{md note}}}\n\n{{/if}}\nThank you for your time, and for what I learned from you. I will tell you how the Match went.\n\nWith respect,\n\n**{{applicant.name}}**{{#if applicant.credentials}}, {{applicant.credentials}}{{/if}}\n{{/unless}}\n",
      "partials/scholarly-work.md.hbs": "{{#if cv.scholarlyWork}}\n# Scholarly work\n\n:::muted\n{{#if (gt (count cv.scholarlyWork) 1)}}Latest first; my{{else}}My{{/if}} own name is bold.{{#if cv.marksMostMeaningful}} ◆ marks what I named most meaningful.{{/if}}\n:::\n\n{{> record/scholarly-entries}}\n{{/if}}\n",
      "partials/statement.md.hbs": "{{#if statement}}\n# Personal statement\n\n:::muted\n{{statement.specialty}} · {{#if (eq statement.status \"Draft\")}}draft of {{statement.date.text}}; your comments are welcome{{else}}final version of {{statement.date.text}}{{/if}}\n:::\n\n{{{md statement.text}}}\n{{/if}}\n",
      "partials/story.md.hbs": "{{#if themes}}\n# The story my application tells\n\nThemes of my statement and CV that your letter could bear out from what you saw, with their evidence and where it stands.\n\n{{#each themes}}\n{{#if isFocus}}\n:::keep\n## {{title}}\n\n{{claim}}\n\n{{#each evidence}}\n- {{text}}{{#if where}} *({{where}})*{{/if}}\n{{/each}}\n:::\n\n{{/if}}\n{{/each}}\n{{/if}}\n",
      "partials/submitting.md.hbs": "# {{#if request.isUploaded}}Your letter is in{{else}}Sending the {{#if request.isStandardized}}form{{else}}letter{{/if}}{{/if}}\n\n{{#unless request.isUploaded}}\n::::qr url=\"{{request.portalUrl}}\" size=62 caption=\"Scan to upload\"\n{{/unless}}\n:::facts\nService: {{request.service}}\nSeason: {{request.season}}\n{{request.idLabel}}: {{#if request.letterId}}`{{request.letterId}}`{{/if}}\nApplicant: {{applicant.name}}{{#if applicant.aamcId}}, AAMC ID `{{applicant.aamcId}}`{{/if}}\nThe request goes to: {{#unless request.isUploaded}}{{writer.email}}{{/unless}}\nUpload page: {{#if (and request.portalUrl (not request.isUploaded))}}[{{request.portalUrl}}]({{request.portalUrl}}){{/if}}\n:::\n{{#unless request.isUploaded}}\n::::\n{{/unless}}\n\n{{#if submitting}}\n{{#if submitting.steps}}\n{{#unless request.isUploaded}}\n## Steps\n\n{{/unless}}\n{{#each submitting.steps}}\n1. {{this}}\n{{/each}}\n{{/if}}\n\n{{#if submitting.fileRules}}\n## The file\n\n{{#each submitting.fileRules}}\n- {{this}}\n{{/each}}\n{{/if}}\n{{else}}\nPlease follow the request that the service sends to your e-mail address.\n{{/if}}\n\n{{#if checklist}}\n:::keep\n## Before you send it\n\n{{#each checklist}}\n- [ ] {{this}}\n{{/each}}\n:::\n{{/if}}\n\n## Confidentiality\n\n{{#each confidentiality}}\n{{this}}\n\n{{/each}}\n\n{{#if submitting}}\n:::keep\n## Help\n\n{{#each submitting.help}}\n- {{#if url}}[{{text}}]({{url}}){{else}}{{text}}{{/if}}\n{{/each}}\n\n::::muted\n{{#if submitting.checkedOn}}Checked on {{submitting.checkedOn.text}}. {{/if}}Where the portal says otherwise, please follow the portal.\n::::\n:::\n{{/if}}\n",
      "partials/us-letters.md.hbs": "{{#if (and guidance.usLetters (not request.isUploaded))}}\n# What programs in the United States look for\n\n{{#each guidance.usLetters}}\n- {{this}}\n{{/each}}\n{{/if}}\n",
      "partials/writing-guide.md.hbs": "{{#unless request.isUploaded}}\n# {{#if request.isStandardized}}Writing the comments{{else}}Writing the letter{{/if}}\n\nWhat readers of residency letters say helps them. {{#if request.isStandardized}}It is guidance for the comments of {{request.asked}}; the ratings are yours.{{else}}It is guidance, not a form; please write as you would.{{/if}}\n\n## A structure that works\n\n1. **How you know me.** Your role, the setting, how long, and how closely you saw my work.\n1. **What you saw.** Two or three examples: what happened, what I did, what it led to. One good case outweighs a page of adjectives.\n{{#if request.isPersonal}}\n1. **How I am with people.** Whether I keep my word, how I take a setback, and how I treat those who can do nothing for me.\n{{else}}\n1. **Across the competencies.** Patient care, medical knowledge, communication, professionalism, practice-based learning, systems-based practice: those that you saw, and only those.\n1. **How I compare.** With students, house officers, or fellows at the same level whom you supervised, and with how many.\n{{/if}}\n1. **Your conclusion.** In one sentence: how strongly you recommend me, and what you would trust me with.\n\n## Words that carry\n\n- Describe what you observed, not what it made you suppose.\n- Balance how I treat people with what I can do. Studies find that letters about women and about underrepresented groups speak more of diligence and kindness and less of ability and leadership; the findings are not unanimous, and the difference is easy to check for.\n- Where they are true, words such as *accomplished*, *skilled*, *knowledgeable*, *insightful*, *resourceful*, *independent*, *outstanding* say more than *hard-working*, *dependable*, *caring*, *pleasant*.\n- Avoid phrases that raise doubt without saying anything: “seems to,” “to my knowledge,” “with time will become,” “to her credit.”\n- If something needs to grow, say it plainly, with what I did about it. Readers trust letters that can.\n\n## Please leave out\n\n- Age, race or ethnicity, religion, marital status, children, health, or appearance, unless I have asked you to mention it.\n- Grades, scores, and rank from school records: these need my written consent. What you saw yourself needs none.\n- Anything by which a patient could be recognized.\n- The name of a single program.\n\n## Help from software\n\nIf you use an AI tool, please give it nothing that identifies me or a patient, and read what it writes as if it were a student’s draft.\n{{/unless}}\n"
    }
  },
  "compact": {
    "manifest": {
      "name": "compact",
      "description": "Two pages in two columns, for writers who want little: the brief, and the essentials of work, themes, portal and dates.",
      "contract": 1,
      "extends": "classic",
      "sections": [
        {
          "partial": "brief",
          "start": "page",
          "fit": "page"
        },
        {
          "partial": "essentials",
          "start": "page",
          "fit": "page"
        },
        {
          "partial": "appendices",
          "start": "flow"
        }
      ],
      "theme": {
        "page": {
          "margins": {
            "top": 50,
            "right": 54,
            "bottom": 48,
            "left": 54
          },
          "side": 0
        },
        "text": {
          "size": 9.8,
          "leading": 13,
          "align": "left",
          "grid": false,
          "scale": 1.12
        },
        "colors": {
          "accent": "#1f4d3a",
          "tint": "#eff4f0",
          "rule": "#aebdb3",
          "muted": "#4f5a54"
        },
        "style": {
          "callout": "card",
          "sections": "rule"
        }
      }
    },
    "files": {
      "partials/appendices.md.hbs": "{{! The empty detail keeps this section even without appendices: what the first two pages have no room for goes here. }}\n:::detail order=99 name=\"room for more\"\n:::\n\n{{#if (gt (count appendices) 4)}}\n# Appendices\n\n| Pages | Document |\n|:--|:--|\n{{#each appendices}}\n{{#if label}}\n| {{pages}} | {{title}} |\n{{/if}}\n{{#if isAttached}}\n| Attached file | {{title}} |\n{{/if}}\n{{#if missing}}\n| Not here | {{title}}. {{missing}} Please ask me for it. |\n{{/if}}\n{{/each}}\n{{/if}}\n",
      "partials/brief.md.hbs": "::::detail order=5 to=\"appendices\" name=\"names in full\" heading=\"Names in full\"\n# {{applicant.name}}: letter of recommendation\n\n:::lead\nFor {{writer.name}}\n:::\n\n{{join-with \", \" writer.position writer.institution}}\n:::short\n# {{excerpt applicant.name 80}}: letter of recommendation\n\n:::lead\nFor {{excerpt writer.name 80}}\n:::\n:::moved\n:::facts\nApplicant: {{applicant.name}}\nWriter: {{join-with \", \" writer.name writer.position writer.institution}}\n:::\n::::\n\n::::::callout\n{{#if applicant.photo}}\n:::::photo height=98 alt=\"{{applicant.photo}}\"\n{{/if}}\n{{> brief/facts}}\n{{#if applicant.photo}}\n:::::\n{{/if}}\n::::::\n\n:::columns\n{{#if request.isUploaded}}\n{{> brief/sending}}\n\nI will tell you how the Match went.\n{{else}}\n{{> brief/points}}\n{{/if}}\n\n:::break\n\n{{#unless request.isUploaded}}\n{{> brief/sending}}\n{{/unless}}\n\n{{> brief/contact}}\n:::\n\n{{#if request.isUploaded}}\n# What I told you\n\n{{> essentials/columns}}\n\n{{> essentials/documents}}\n{{/if}}\n",
      "partials/essentials.md.hbs": "{{#unless request.isUploaded}}\n# For when you write\n\n{{> essentials/columns}}\n\nOne good case that you saw outweighs a page of adjectives; a comparison with others at the same level, and one sentence on how strongly you recommend me, carry most. My full record{{#if statement}} and my statement are{{else}} is{{/if}} yours for the asking.\n\n{{> essentials/documents}}\n{{/unless}}\n",
      "partials/essentials/columns.md.hbs": "{{! Each part stays whole; the two columns are as level as the parts allow. }}\n:::::::columns\n::::::keep\n{{#if (or work moments)}}\n## Our work together\n\n:::::detail order=3 to=\"appendices\" name=\"our work together\" heading=\"Our work together\"\n{{#each (first work 2)}}\n**{{title}}.** {{join-with \". \" (join-with \", \" site period) (join-with \"; \" setting handsOn) role}}.\n\n{{/each}}\n:::short\n{{#each (first work 2)}}\n- **{{excerpt title 80}}**{{#if period}}, {{excerpt period 40}}{{/if}}\n{{/each}}\n:::::\n\n:::::detail order=2 to=\"appendices\" name=\"the moments\" heading=\"Moments you saw\"\n{{#each (first moments 2)}}\n- **{{title}}.** {{#if when}}{{when}}. {{/if}}{{excerpt result 170}}\n{{/each}}\n:::short\n{{#each (first moments 2)}}\n- **{{excerpt title 80}}**\n{{/each}}\n:::::\n{{else}}\n## How you know me\n\n{{excerpt relationship.summary 220}}\n{{/if}}\n::::::\n\n{{#if goals}}\n::::::keep\n## What I aim for\n\n{{#each (first goals 2)}}\n{{#if (gt (count ../goals) 1)}}**{{excerpt specialty 60}}.** {{/if}}{{excerpt goals 220}}\n\n{{/each}}\n::::::\n{{/if}}\n\n{{#if themes}}\n::::::keep\n## Themes you could bear out\n\n:::::detail order=1 to=\"appendices\" name=\"the themes\" heading=\"Themes you could bear out\"\n{{#each (first themes 4)}}\n{{#if isFocus}}\n- **{{title}}.** {{excerpt claim 130}}\n{{/if}}\n{{/each}}\n:::short\n{{#each (first themes 3)}}\n{{#if isFocus}}\n- **{{excerpt title 80}}**\n{{/if}}\n{{/each}}\n:::::\n::::::\n{{/if}}\n\n::::::keep\n{{#if img}}\n## International background\n\n:::facts\nSchool: {{excerpt (join-with \", \" applicant.school applicant.schoolPlace applicant.graduated) 160}}\nECFMG: {{excerpt img.ecfmg 120}}\nIn the US: {{#each (first img.usce 3)}}{{excerpt site 80}} ({{handsOn}}, {{period}}){{#unless @last}}; {{/unless}}{{/each}}\n:::\n{{else}}\n{{#if cv.experiences}}\n## From my record\n\n{{#each (first cv.experiences 3)}}\n- {{excerpt (join-with \", \" title organization) 120}}{{#if period}}, {{period}}{{/if}}\n{{/each}}\n{{/if}}\n{{/if}}\n::::::\n\n{{#if (and submitting (not request.isUploaded))}}\n::::::keep\n## The file\n\n{{#each (first submitting.fileRules 3)}}\n- {{excerpt this 150}}\n{{/each}}\n\n{{#each (first confidentiality 1)}}\n{{excerpt this 160}}\n\n{{/each}}\n::::::\n{{/if}}\n\n{{#if dates}}\n::::::keep\n## Dates\n\n:::facts\n{{#each (first dates 6)}}\n{{#unless (eq kind \"reminder\")}}\n{{short-date date.iso}}: {{#if (eq kind \"target\")}}**{{label}}**{{else}}{{excerpt label 100}}{{/if}}{{#if expected}} (expected){{/if}}\n{{/unless}}\n{{/each}}\n:::\n::::::\n{{/if}}\n:::::::\n",
      "partials/essentials/documents.md.hbs": "{{#if appendices}}\n{{#unless (gt (count appendices) 4)}}\n## Behind these pages\n\n:::facts\n{{#each appendices}}\n{{#if label}}\n{{pages}}: {{excerpt title 100}}\n{{/if}}\n{{#if isAttached}}\nAttached file: {{excerpt title 100}}\n{{/if}}\n{{#if missing}}\nNot here: {{excerpt title 100}}. {{missing}} Please ask me for it.\n{{/if}}\n{{/each}}\n:::\n{{/unless}}\n{{/if}}\n"
    }
  },
  "modern": {
    "manifest": {
      "name": "modern",
      "description": "Sans serif, a colour band on page 1, facts on cards, ragged text beside a side column.",
      "contract": 1,
      "extends": "classic",
      "sections": [
        {
          "partial": "brief",
          "start": "page",
          "fit": "page"
        },
        {
          "partial": "request-letter",
          "start": "page"
        },
        {
          "partial": "request-dates",
          "start": "flow"
        },
        {
          "partial": "our-work",
          "start": "flow"
        },
        {
          "partial": "purpose",
          "start": "flow"
        },
        {
          "partial": "us-letters",
          "start": "flow"
        },
        {
          "partial": "destination",
          "start": "flow"
        },
        {
          "partial": "international",
          "start": "flow"
        },
        {
          "partial": "story",
          "start": "flow"
        },
        {
          "partial": "record",
          "start": "flow"
        },
        {
          "partial": "statement",
          "start": "flow"
        },
        {
          "partial": "submitting",
          "start": "flow"
        },
        {
          "partial": "season-dates",
          "start": "flow"
        },
        {
          "partial": "writing-guide",
          "start": "flow"
        },
        {
          "partial": "appendices",
          "start": "flow"
        }
      ],
      "orders": {
        "scholarship": [
          {
            "partial": "brief",
            "start": "page",
            "fit": "page"
          },
          {
            "partial": "request-letter",
            "start": "page"
          },
          {
            "partial": "request-dates",
            "start": "flow"
          },
          {
            "partial": "scholarly-work",
            "start": "flow"
          },
          {
            "partial": "our-work",
            "start": "flow"
          },
          {
            "partial": "purpose",
            "start": "flow"
          },
          {
            "partial": "us-letters",
            "start": "flow"
          },
          {
            "partial": "story",
            "start": "flow"
          },
          {
            "partial": "destination",
            "start": "flow"
          },
          {
            "partial": "record-after-scholarship",
            "start": "flow"
          },
          {
            "partial": "international",
            "start": "flow"
          },
          {
            "partial": "statement",
            "start": "flow"
          },
          {
            "partial": "submitting",
            "start": "flow"
          },
          {
            "partial": "season-dates",
            "start": "flow"
          },
          {
            "partial": "writing-guide",
            "start": "flow"
          },
          {
            "partial": "appendices",
            "start": "flow"
          }
        ],
        "record": [
          {
            "partial": "brief",
            "start": "page",
            "fit": "page"
          },
          {
            "partial": "request-letter",
            "start": "page"
          },
          {
            "partial": "request-dates",
            "start": "flow"
          },
          {
            "partial": "purpose",
            "start": "flow"
          },
          {
            "partial": "record",
            "start": "flow"
          },
          {
            "partial": "international",
            "start": "flow"
          },
          {
            "partial": "statement",
            "start": "flow"
          },
          {
            "partial": "our-work",
            "start": "flow"
          },
          {
            "partial": "story",
            "start": "flow"
          },
          {
            "partial": "us-letters",
            "start": "flow"
          },
          {
            "partial": "destination",
            "start": "flow"
          },
          {
            "partial": "submitting",
            "start": "flow"
          },
          {
            "partial": "season-dates",
            "start": "flow"
          },
          {
            "partial": "writing-guide",
            "start": "flow"
          },
          {
            "partial": "appendices",
            "start": "flow"
          }
        ]
      },
      "theme": {
        "page": {
          "margins": {
            "top": 44,
            "right": 56,
            "bottom": 52,
            "left": 56
          },
          "side": 112,
          "gutter": 24
        },
        "fonts": {
          "body": "Source Sans 3",
          "heading": "Source Sans 3",
          "table": "Source Sans 3"
        },
        "text": {
          "size": 10.4,
          "leading": 14.2,
          "align": "left",
          "hyphenate": false,
          "grid": false,
          "scale": 1.14
        },
        "colors": {
          "text": "#1b2426",
          "muted": "#4d5b60",
          "accent": "#0b5563",
          "rule": "#b5c3c6",
          "tint": "#edf4f5",
          "warning": "#9a3412"
        },
        "style": {
          "callout": "card",
          "sections": "rule"
        }
      }
    },
    "files": {
      "partials/brief.md.hbs": ":::::detail order=5 to=\"request-letter our-work purpose\" name=\"names in full\" heading=\"Names in full\"\n:::callout tone=banner\n# A letter of recommendation for {{applicant.name}}\n\n::::lead\nBriefing for {{writer.name}}\n::::\n\n{{#if writer.position}}{{writer.position}}, {{/if}}{{writer.institution}}\n:::\n:::short\n:::callout tone=banner\n# A letter of recommendation for {{excerpt applicant.name 80}}\n\n::::lead\nBriefing for {{excerpt writer.name 80}}\n::::\n:::\n:::moved\n:::facts\nApplicant: {{applicant.name}}\nWriter: {{join-with \", \" writer.name writer.position writer.institution}}\n:::\n:::::\n\n::::::callout\n{{#if applicant.photo}}\n:::::photo height=98 alt=\"{{applicant.photo}}\"\n{{/if}}\n{{> brief/facts}}\n{{#if applicant.photo}}\n:::::\n{{/if}}\n::::::\n\n{{> brief/points}}\n\n{{> brief/sending}}\n\n{{> brief/thanks}}\n\n{{> brief/contact}}\n",
      "partials/request-dates.md.hbs": "{{#unless request.isUploaded}}\n{{> dates}}\n{{/unless}}\n",
      "partials/season-dates.md.hbs": "{{#if request.isUploaded}}\n{{> dates}}\n{{/if}}\n"
    }
  }
};
