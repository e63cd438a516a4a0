namespace WeddingStudio.Web.Access.SigningIn;

/// <summary>How many things of a kind each address holds at the moment, up to a bound.</summary>
internal sealed class PerAddressLimit(int most)
{
    private readonly Dictionary<string, int> _held = [];

    public bool TryTake(string address)
    {
        lock (_held)
        {
            var held = _held.GetValueOrDefault(address);
            if (held >= most)
                return false;
            _held[address] = held + 1;
            return true;
        }
    }

    public void Return(string address)
    {
        lock (_held)
        {
            if (--_held[address] == 0)
                _held.Remove(address);
        }
    }
}
