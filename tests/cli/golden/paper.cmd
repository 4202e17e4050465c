# Paper vouchers of a company; today is Monday 23 November 2026.
store init --demo --fields schema
company update --org 0777999980 --accreditation V12345 --activity 'household|ironing' --from 2020-01-01 --quiet --fields state
worker add --org 0777999980 --number 85.07.30-033.28 --first-name Zoë --last-name "D'Hondt" --region flanders --quiet --fields login
paper receive --org 0777999980 --site 980000611888 --region vlaanderen --number '0012 3456 78' --customer 123456789002 --usable-until 2027-03-31 --date 2026-11-20 --worker 980000000182 --activity household --reason 'zak 1'
paper receive --org 0777999980 --region flanders --number 1234567
paper receive --org 0777999980 --region brussels --number 12345678
paper receive --org 0777999980 --region flanders --number 0012345678 --date 2026-11-19
file papier.csv
  ondernemingsnummer;gewest;nummer;geldig_tot;datum;werknemer;activiteit
  0777999980;Vlaanderen;0012345678;31/03/2027;20/11/2026;980000000182;household
  0777999980;Vlaanderen;0012345679;31/10/2026;19/11/2026;;
  0777999980;Vlaanderen;0012345680;30/09/2026;24/11/2026;;
  0777999980;Vlaanderen;0012345681;;;;transport
paper receive --file papier.csv --skip-invalid
show papier.outcome.csv
cheque list
paper announce x-1 x-2
paper announce x-1 x-2 --worker 980000000182 --activity household --date 2026-11-19 --fields id,state,worker
paper withdraw x-2 --reason 'verkeerd nummer' --fields id,state
paper withdraw --region flanders --number 0012345679 --fields id,state
paper claim x-1
paper correct x-1 --date 2026-11-20
paper read --number 0012345678 --region flanders --result ok
paper read --number 0012345670 --region flanders --result rejected
paper read --number 0012345670 --region flanders --result ok
file leesresultaten.csv
  nummer;gewest;resultaat;datum;insz;activiteit;oorzaak
  0012345678;Vlaanderen;unreadable;;85.07.30-033.28;household;
  0012345670;Vlaanderen;ok;20/11/2026;85073003328;ironing;
  0012345678;Vlaanderen;weg;;;;
paper read leesresultaten.csv
paper list --state announced -o json
paper list --to-correct --fields id,due_on,lacks
paper advance
paper receive --org 0777999980 --region flanders --number 0012345690 --usable-until 2027-03-31 --date 2026-11-18 --worker 980000000182 --activity household --fields id,state
paper receive --org 0777999980 --region flanders --number 0012345691 --usable-until 2026-09-30 --date 2026-11-17 --fields id,state
issuance create --org 0777999980 --region flanders --paper
issuance create --org 0777999980 --region flanders --paper --month 2026-11 --draft --fields id,kind,month,state,vouchers
issuance cancel i-1 --fields id,state,vouchers
issuance create --org 0777999980 --region flanders --paper --month 2026-11 --fields id,kind,month,state,vouchers
issuance show i-2 --slip
issuance show i-2 --items -o csv
issuance receive i-2 --fields id,state,received_on
file gelezen.csv
  nummer;gewest;resultaat;datum;insz;activiteit
  0012345678;Vlaanderen;ok;20/11/2026;85.07.30-033.28;household
  0012345690;Vlaanderen;unreadable;;85.07.30-033.28;household
paper read gelezen.csv
paper read gelezen.csv
paper list --fields id,state,due_on,lacks
paper list --to-correct --fields id,due_on,lacks
issuance show i-2 --fields id,state
paper correct --region flanders --number 0012345690 --date 2026-11-24
paper correct --region flanders --number 0012345690 --date 2026-11-18 --fields id,state
issuance show i-2 --fields id,state
refund show i-2
store check
audit verify
