print("shipdesk")
