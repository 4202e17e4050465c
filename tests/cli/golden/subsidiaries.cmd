# Subsidiaries: what depends on them, and one that acts no more.
store init --demo --fields schema
org add --number 0566988259 --name Dochterhulp --parent 0777999980 --quiet --fields number
site add --org 0566988259 --number 2147812701 --name Gent --quiet --fields number
worker add --org 0566988259 --site 2147812701 --region flanders --number 93.05.18-223.61 --first-name Lucas --last-name Maes --quiet --fields login,state
relation add --person p-1 --org 0566988259 --category 'vaste medewerker' --email an@example.be --phone 0470123456 --from 2026-01-01 --until 2028-12-31 --quiet --fields org
pickup request --org 0566988259 --site 2147812701 --date 2026-12-01 --contact p-1 --phone 0470123456 --region flanders --quiet --fields id
pickup recur set --org 0566988259 --site 2147812701 --region brussels --every month --on 15 --contact p-1 --phone 0470123456 --quiet --fields id
subsidiary list --org 0777999980
dochteronderneming list --org 0777999980 -o json
subsidiary deactivate 0566.988.259 --reason overgenomen
subsidiary deactivate 0566.988.259 --reason overgenomen --confirm 0777999980
subsidiary deactivate 0777999980 --confirm 0777999980
subsidiary deactivate 0400349088 --confirm 0400349088
subsidiary deactivate 0566.988.259 --reason overgenomen --confirm 0566988259
subsidiary deactivate 0566.988.259 --confirm 0566988259 --fields state,deactivated_on
worker list --org 0566988259 --state all --fields login,state
pickup list --org 0566988259 --state all --fields id,state
pickup request --org 0566988259 --site 2147812701 --date 2026-12-02 --contact p-1 --phone 0470123456 --region flanders
store check
audit verify
