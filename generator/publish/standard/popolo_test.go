package standard_test

import (
	"encoding/json"
	"fmt"
	"testing"
)

type popolo map[string][]map[string]any

func TestPopoloKeepsItsPromises(t *testing.T) {
	for name, content := range contents(t) {
		t.Run(name, func(t *testing.T) {
			s := dataOf(t, content, quick, nil)
			var whole map[string]any
			if err := json.Unmarshal(making(t, s, "data/popolo.json"), &whole); err != nil {
				t.Fatal(err)
			}
			file, ids := make(popolo), make(map[string]string)
			for list, items := range whole {
				items, ok := items.([]any)
				if !ok {
					continue
				}
				for _, item := range items {
					item := item.(map[string]any)
					if id := item["id"].(string); ids[id] != "" {
						t.Errorf("%s is in %s and in %s", id, ids[id], list)
					} else {
						ids[id] = list
					}
					file[list] = append(file[list], item)
				}
			}
			refers := map[string]string{
				"person_id": "persons", "organization_id": "organizations", "parent_id": "", "post_id": "posts", "area_id": "areas",
				"legislative_session_id": "events", "motion_id": "motions",
			}
			for list, items := range file {
				for _, item := range items {
					for key, target := range refers {
						if id, ok := item[key].(string); ok && ids[id] == "" || ok && target != "" && ids[id] != target {
							t.Errorf("%s %s: %s leads to %s, which is no %s", list, item["id"], key, id, target)
						}
					}
				}
			}
			// The rules that stand in the prose of the specification.
			for _, m := range file["memberships"] {
				if m["person_id"] == nil || m["organization_id"] == nil && m["post_id"] == nil {
					t.Errorf("a membership has no person, or neither organization nor post: %v", m)
				}
			}
			for _, p := range file["posts"] {
				if p["organization_id"] == nil {
					t.Errorf("a post has no organization: %v", p)
				}
			}
			for _, v := range file["vote_events"] {
				counts, ok := v["counts"].([]any)
				if v["motion_id"] == nil || !ok || len(counts) == 0 {
					t.Errorf("a vote has no motion, or no count: %v", v)
				}
			}
			c := s.Council()
			for list, want := range map[string]int{"persons": c.Members.Len(), "events": c.Sessions.Len(), "motions": c.Opinions.Len(), "organizations": c.Organisations.Len() + c.Bodies.Len()} {
				if len(file[list]) != want {
					t.Errorf("%d %s, want %d", len(file[list]), list, want)
				}
			}
			voted := 0
			for opinion := range c.Opinions.All() {
				if v := opinion.Vote; v != nil && (v.For != nil || v.Against != nil || v.Abstentions != nil || v.NotVoting != nil) {
					voted++
					for _, event := range file["vote_events"] {
						if event["motion_id"] == "opinions/"+opinion.ID && v.For != nil {
							if yes := event["counts"].([]any)[0]; fmt.Sprint(yes) != fmt.Sprintf("map[option:yes value:%d]", *v.For) {
								t.Errorf("%s: %v, but %d were for it", opinion.ID, yes, *v.For)
							}
						}
					}
				}
			}
			if len(file["vote_events"]) != voted {
				t.Errorf("%d votes, want %d", len(file["vote_events"]), voted)
			}
		})
	}
}
