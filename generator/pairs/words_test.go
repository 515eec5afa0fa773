package pairs

import (
	"fmt"
	"testing"
)

func TestHeadersOfThreeLanguagesAreUnderstood(t *testing.T) {
	v := newVocabulary(Options{Mentor: []string{"tuutori", "handledare"}, Mentee: []string{"opastettava"}, Columns: handbook().Columns})
	kinds := map[kind]string{kindID: "id", kindLanguage: "language", kindStart: "start", kindEnd: "end", kindMeetings: "meetings", kindGoals: "goals", kindNotes: "notes", kindIgnored: "ignored", kindUnnamed: "unnamed"}
	told := func(m meaning) string {
		switch m.kind {
		case kindPerson:
			who := [...]string{"mentor", "mentee"}[m.role]
			if m.index > 0 {
				who += fmt.Sprint(m.index)
			}
			if m.name != "" {
				who += "." + m.name
			}
			return who
		case kindGoal:
			return fmt.Sprintf("goal%d", m.index)
		case kindValue:
			return "{" + m.name + "}"
		}
		return kinds[m.kind]
	}
	for header, want := range map[string]string{
		"mentor": "mentor", "MENTOR": "mentor", " Mentori: ": "mentor", "Mentorin nimi": "mentor", "Mentor's name": "mentor", "Mentorns namn": "mentor",
		"tuutorin nimi": "mentor", "Handledarens e-post": "mentor.email", "\ufeffmentor": "mentor", "Mentori *": "mentor", "Mentorit": "mentor", "1. Mentor name": "mentor",
		"mentee": "mentee", "Mentees": "mentee", "Aktori": "mentee", "mentoroitava": "mentee", "Mentoroitavan nimi": "mentee", "Adept": "mentee", "Adepter": "mentee", "Opastettavan nimi": "mentee",
		"Mentee 2": "mentee2", "mentee2": "mentee2", "Aktori 3 sähköposti": "mentee3.email", "Aktori (mentoroitava)": "mentee",
		"mentor email": "mentor.email", "Mentor E-mail": "mentor.email", "mentor_email": "mentor.email", "mentorEmail": "mentor.email", "Mentor\ne-mail\u00a0address": "mentor.email", "Sähköposti (mentori)": "mentor.email",
		"Mentorin sähköposti": "mentor.email", "Mentorin s-posti": "mentor.email", "Mentorns e-postadress": "mentor.email", "Mentorisähköposti": "mentor.email", "E-post till mentorn": "{e-post-till-mentorn}",
		"Aktorin sähköpostiosoite": "mentee.email", "Adeptens mejl": "mentee.email", "Mentorin etunimi": "mentor.first", "Mentee last name": "mentee.last", "Adeptens efternamn": "mentee.last",
		"Mentor phone": "mentor.phone", "Mentorin puhelinnumero": "mentor.phone", "Mentorns telefon": "mentor.phone", "Mentee title": "mentee.title", "Aktorin yksikkö": "mentee.unit",
		"Mentee goal 2": "goal2", "Aktorin tavoite": "goal0", "Mentor's goal": "mentor.goal",
		"id": "id", "ID": "id", "Pair ID": "id", "Parin tunnus": "id", "Tunnus": "id", "Par-ID": "id", "pair_id": "id",
		"Language": "language", "Kieli": "language", "Sopimuksen kieli": "language", "Språk": "language",
		"Start": "start", "Alkaa": "start", "Alkaa (pp.kk.vvvv)": "start", "Startdatum": "start", "Päättyy": "end", "End date": "end", "Slutar": "end",
		"Meetings": "meetings", "Tapaamisia": "meetings", "Antal träffar": "meetings",
		"How often": "{how-often}", "Tapaamisväli": "{how-often}", "Hur ofta": "{how-often}", "how-often": "{how-often}", "How often we meet": "{how-often}", "Kuinka usein tapaamme?": "{how-often}", "Frequency": "{how-often}",
		"Minutes": "{how-long}", "Kesto": "{how-long}", "Kesto (h)": "{how-long}", "Längd": "{how-long}", "How long a meeting lasts": "{how-long}",
		"Goal 1": "goal1", "goal2": "goal2", "Tavoite 3": "goal3", "Mål": "goal0", "Mål 2": "goal2", "Goals": "goals", "Tavoitteet": "goals",
		"Notes": "notes", "Huomautus": "notes", "Anteckningar": "notes",
		"Status": "ignored", "Kausi": "ignored", "Timestamp": "ignored", "Email Address": "ignored", "Start time": "ignored", "Nimi": "ignored",
		"": "unnamed", " \u00a0": "unnamed",
		"Miten valmistaudumme tapaamiseen?\n": "{preparation}", "preparation": "{preparation}", "PREPARATION": "{preparation}",
		"Toimipaikka": "{toimipaikka}", "Field of study": "{field-of-study}", "Mentorointi alkaa": "{mentorointi-alkaa}", "Mentoring group": "{mentoring-group}", "Mentor and mentee know each other": "{mentor-and-mentee-know-each-other}",
		"Mentor number": "{mentor-number}", "Mentor language": "{mentor-language}",
	} {
		if got := told(v.understand(header)); got != want {
			t.Errorf("%q is %s, want %s", header, got, want)
		}
	}
}

func TestNoHeaderNameStandsTwice(t *testing.T) {
	seen := map[string]string{}
	for _, c := range columnNames {
		for _, name := range c.names {
			if before, again := seen[compact(name)]; again {
				t.Errorf("%q is %q too", name, before)
			}
			seen[compact(name)] = name
		}
	}
}

func TestLengthsOfTimeAreUnderstoodWhereTheyAreCertain(t *testing.T) {
	for text, want := range map[string]string{
		"4": "4", "4,0": "4", "every 4 weeks": "4", "4 weeks": "4", "4 viikkoa": "4", "4 viikon välein": "4", "4 vk": "4", "neljän viikon välein": "4", "n. 4 viikon välein": "4",
		"weekly": "1", "joka viikko": "1", "varje vecka": "1", "kerran viikossa": "1", "every other week": "2", "joka toinen viikko": "2", "varannan vecka": "2", "var 3:e vecka": "3", "14 päivän välein": "2", "every two weeks": "2",
		"monthly": "4", "Kerran kuussa": "4", "en gång i månaden": "4", "1 krt/kk": "4", "2 krt/kk": "2", "1 kk": "4",
		"4-6 weeks": "", "4–6 viikon välein": "", "2 kk": "", "quarterly": "", "10 päivän välein": "", "joskus": "", "0": "", "-3": "", "": "", "1,5": "", "sopimuksen mukaan 4": "",
	} {
		n, ok := weeks(text, unitWeek)
		if got := shown(n); ok != (want != "") || ok && got != want {
			t.Errorf("weeks(%q) = %s, %t, want %q", text, got, ok, want)
		}
	}
	for text, want := range map[string]string{
		"90": "90", "90 min": "90", "90min": "90", "90 minuuttia": "90", "1,5 h": "90", "1.5 hours": "90", "1½ h": "90", "½ h": "30", "1 h 30 min": "90", "1h30min": "90", "1:30": "90", "2 tuntia": "120", "tunti": "60",
		"puolitoista tuntia": "90", "puoli tuntia": "30", "half an hour": "30", "en timme": "60", "en halv timme": "30", "1,5 timmar": "90", "noin 60 min": "60",
		"1,5": "", "2": "", "60-90": "", "60–90 min": "", "a while": "", "1:75": "", "0": "", "-30": "", "3 weeks": "",
	} {
		n, ok := minutes(text, unitMinute)
		if got := shown(n); ok != (want != "") || ok && got != want {
			t.Errorf("minutes(%q) = %s, %t, want %q", text, got, ok, want)
		}
	}
}
