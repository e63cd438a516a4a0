using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WeddingStudio.Web.Access;

/// <summary>The one-time code in the set-up link. Lives in memory: a restart makes a new one, the first planner ends it.</summary>
public sealed class SetupCode
{
    public string Value { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public bool Matches(string? code) => code is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Value));
}
