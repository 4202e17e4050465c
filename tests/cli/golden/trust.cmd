# Checkpoints, and revealing that is recorded.
store init --demo --fields persons,relations,grants
audit checkpoint --fields org,length
person show p-1 --reveal -o csv --fields id,number
audit list --system --reverse --limit 1 --fields action,command,actor
--as p-1 person update p-2 --phone +3212345679
audit list --reverse --limit 1 --fields action,actor
store init
store backup copy.db --fields persons,grants
store backup copy.db --quiet
--store sqlite:nothing.db org list
--store sqlite:copy.db org list -o csv
